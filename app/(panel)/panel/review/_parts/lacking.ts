import { getTranslations } from "next-intl/server";
import type { Answer } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { soFar } from "@/delphi/one-answer";

/** What an unfinished ranking or allocation lacks: "Rank 2 is given 2 times." */
export async function lackingIn(item: Item, answers: readonly Answer[]): Promise<string> {
  const text = await getTranslations("panel.questionnaire");
  const far = soFar(item, answers);
  return far ? text(`${item.kind}.so-far.${far.state}`, far.values) : "";
}
