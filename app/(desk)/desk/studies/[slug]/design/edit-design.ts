import type { Actor } from "@/db/actor";
import { editStudy } from "@/db/commands/edit-study";
import { type DeskStudy, deskStudy } from "@/db/queries/desk-study";
import { protocolProblems } from "@/delphi/protocol-problems";
import type { QuestionnairePlan } from "@/delphi/questionnaire-plan";
import { refused } from "@/delphi/result";
import { textOf } from "../../../_parts/desk-action";

/** Which study a form edits, and the version that it was made from: an older one overwrites nothing. */
export const editedIn = (form: FormData): { study: string; version: number } => ({
  study: textOf(form, "study"),
  version: Number(textOf(form, "version")),
});

type Change = Partial<Pick<DeskStudy, "content" | "items" | "positions" | "sources" | "protocol">> & {
  /** A part of the protocol that no rule rests on. */
  readonly plan?: QuestionnairePlan;
};

/**
 * Applies a change to the design as it stands; the version says whether that is what the form showed. A protocol is
 * refused where it could not work with the items; an item may come before the rules that are to fit it.
 */
export async function editDesign(
  actor: Actor,
  { study, version }: { readonly study: string; readonly version: number },
  change: (design: DeskStudy) => Change,
) {
  const design = await deskStudy(actor, { study });
  const { items, positions, sources, plan, ...rest } = change(design);
  const problems = rest.protocol ? protocolProblems(rest.protocol, items ?? design.items) : [];
  if (problems.length > 0) return refused("rules-do-not-fit", undefined, problems);
  return editStudy(actor, {
    study,
    version,
    ...rest,
    ...(plan && { protocol: { ...design.protocol, questionnaire: plan } }),
    ...(items && { items: [...items] }),
    ...(positions && { positions: [...positions] }),
    ...(sources && { sources: [...sources] }),
  });
}
