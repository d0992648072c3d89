"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/app/_server/action";
import { counted } from "@/app/_server/attempts";
import type { Actor } from "@/db/actor";
import { changeAddress } from "@/db/commands/change-address";
import { importPanel } from "@/db/commands/import-panel";
import { revokeLink } from "@/db/commands/revoke-link";
import { severStudy } from "@/db/commands/sever-study";
import { refused } from "@/delphi/result";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";
import { LARGEST_FILE } from "./largest-file";

export const revokeAction = deskAction(
  (form) => ({ ...studyIn(form), invitation: textOf(form, "invitation") }),
  revokeLink,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=revoked`),
);

export const changeAddressAction = deskAction(
  (form) => ({ ...studyIn(form), invitation: textOf(form, "invitation"), address: textOf(form, "address") }),
  changeAddress,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=address`),
);

export const severAction = deskAction(
  (form) => ({ ...studyIn(form), early: true }),
  severStudy,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=severed`),
);

/** What an import did, said in a sentence, and each line it could not use. */
export type ImportReport = {
  readonly said: string;
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
};
export type ImportState = { readonly refused: FormState; readonly report: ImportReport | null };

/** Unlike other forms this one answers with a report, so its state carries one beside the refusal. */
export async function importPanelAction(_before: ImportState, form: FormData): Promise<ImportState> {
  let report: ImportReport | null = null;
  const text = await givenText(form);
  const read = deskAction(
    (sent) => ({ ...studyIn(sent), text }),
    importGiven,
    async ({ added, known, bad }) => {
      const sentence = await getTranslations("desk.panel.import");
      report = { said: sentence("report", { added, known, bad: bad.length }), bad };
    },
  );
  return { refused: await read(null, form), report };
}

async function importGiven(actor: Actor, input: { study: string; text: string }) {
  if (input.text.trim() === "") return refused("import-empty");
  if (input.text.length > LARGEST_FILE) return refused("file-too-large");
  const by = actor.kind === "facilitator" ? actor.facilitatorId : actor.kind;
  return counted("panel-file", () => importPanel(actor, input), by);
}

/** A chosen file comes before what was pasted. */
async function givenText(form: FormData): Promise<string> {
  const file = form.get("file");
  return file instanceof File && file.size > 0 ? file.text() : textOf(form, "text");
}
