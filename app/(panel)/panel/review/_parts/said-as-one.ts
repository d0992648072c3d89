import { getTranslations } from "next-intl/server";
import type { Answer } from "@/delphi/answer";
import { type Item, ratedParts } from "@/delphi/item";
import { pointLabel } from "@/delphi/scale";

type AnswerTo = (part: string) => Pick<Answer, "value" | "abstained"> | undefined;

/** One's own answer to an item whose parts are one answer, in a line; null where there is none. */
export async function saidAsOne(item: Item, answerTo: AnswerTo): Promise<string | null> {
  const text = await getTranslations("panel.review");
  const parts = ratedParts(item);
  const first = parts.map(({ id }) => answerTo(id)).find((one) => one !== undefined);
  if (!first) return null;
  if (first.abstained) return text("abstained");
  if (item.kind === "estimate") return saidEstimate(item, answerTo);
  const chosen = parts.filter(({ id }) => answerTo(id)?.value === 1).map(({ question }) => question);
  return chosen.length === 0 ? text("none-of-these") : chosen.join("; ");
}

/** What is still missing, or can't be read, stands there as it was typed. */
async function saidEstimate(item: Item, answerTo: AnswerTo): Promise<string> {
  const text = await getTranslations("panel.review");
  const said = Object.fromEntries(
    item.parts.map(({ id, scale }) => {
      const value = answerTo(id)?.value ?? "–";
      return [id, typeof value === "number" ? pointLabel(scale, value) : value];
    }),
  );
  return text("estimate", said);
}
