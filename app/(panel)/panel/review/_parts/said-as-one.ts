import { getTranslations } from "next-intl/server";
import type { Answer } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { ratedParts } from "@/delphi/rated-parts";
import { pointLabel } from "@/delphi/scale";

type AnswerTo = (part: string) => Pick<Answer, "value" | "abstained"> | undefined;

/** One's own answer to an item whose parts are one answer, in a line; null where there is none. */
export async function saidAsOne(item: Item, answerTo: AnswerTo): Promise<string | null> {
  const text = await getTranslations("panel.review");
  const parts = ratedParts(item);
  const given = parts.map((part) => ({ ...part, answer: answerTo(part.id) }));
  const known = given.find(({ answer }) => answer !== undefined)?.answer;
  if (!known) return null;
  if (known.abstained) return text("abstained");
  if (item.kind === "estimate") return saidEstimate(item, answerTo);
  if (item.kind !== "choice") {
    const valued = given.flatMap(({ question, answer }) =>
      typeof answer?.value === "number" ? [{ question, value: answer.value }] : [],
    );
    const direction = item.kind === "ranking" ? 1 : -1;
    return valued
      .sort((a, b) => direction * (a.value - b.value))
      .map((one) => text(`as-one.${item.kind}`, one))
      .join("; ");
  }
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
