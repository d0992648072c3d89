import { getTranslations } from "next-intl/server";
import type { Answer } from "@/delphi/answer";
import { type Item, ratedParts } from "@/delphi/item";

type AnswerTo = (part: string) => Pick<Answer, "value" | "abstained"> | undefined;

/** One's own answer to an item whose parts are one answer, in a line; null where there is none. */
export async function saidAsOne(item: Item, answerTo: AnswerTo): Promise<string | null> {
  const text = await getTranslations("panel.review");
  const parts = ratedParts(item);
  const first = answerTo(parts[0]!.id);
  if (!first) return null;
  if (first.abstained) return text("abstained");
  const chosen = parts.filter(({ id }) => answerTo(id)?.value === 1).map(({ question }) => question);
  return chosen.length === 0 ? text("none-of-these") : chosen.join("; ");
}
