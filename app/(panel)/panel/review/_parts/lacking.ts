import { getTranslations } from "next-intl/server";
import type { Answer } from "@/delphi/answer";
import { estimateProblems } from "@/delphi/estimate-problems";
import type { Item } from "@/delphi/item";
import { isUnfinished, soFar } from "@/delphi/one-answer";

/** Why an answer that was begun can't be submitted as it stands, such as "Rank 2 is given 2 times."; none where it can. */
export async function lackingIn(item: Item, answers: readonly Answer[]): Promise<readonly string[]> {
  if (!isUnfinished(item, answers)) return [];
  if (item.kind === "estimate") return misestimated(item, answers);
  const text = await getTranslations("panel.questionnaire");
  const far = soFar(item, answers);
  return far ? [text(`${item.kind}.so-far.${far.state}`, far.values)] : [];
}

const misestimated = (item: Item, answers: readonly Answer[]): readonly string[] =>
  estimateProblems(
    item.parts,
    (part) => answers.find((one) => one.item === item.id && one.part === part)?.value ?? null,
  ).map(({ message }) => message);
