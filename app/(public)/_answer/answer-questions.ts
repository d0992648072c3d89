import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { ShownFigure } from "@/delphi/figure";
import { readFinding } from "@/delphi/figure-reading";
import { type Item, ratedParts } from "@/delphi/item";
import { shortLabel } from "@/delphi/point-words";
import type { Edition } from "@/delphi/publication";
import type { OrdinalScale } from "@/delphi/scale";
import { standingFigure } from "@/delphi/summary";
import { leadingFigure, optionsByAgreement } from "../_results/option-standing";

/** One question for a reader, with what the panel answered and where each answer would stand beside it. */
export type AnswerQuestion = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly question: string;
  readonly points: readonly { readonly value: number; readonly label: string; readonly count: number }[];
  readonly median: number | null;
  readonly middle: { readonly low: number; readonly high: number } | null;
  readonly finding: string;
  readonly caption: string;
  /** One sentence for each point, in their order. */
  readonly beside: readonly string[];
};

const BEYOND_THE_HEADLINE = 5;

/** The headline question and up to five options: those most agreed on, and those most disputed. */
export async function answerQuestions(edition: Edition): Promise<readonly AnswerQuestion[]> {
  const options = optionsByAgreement(edition).filter((one) => leadingFigure(one)?.counts);
  const chosen =
    options.length <= BEYOND_THE_HEADLINE ? options : [...options.slice(0, 2), ...options.slice(-3)];
  const ids = new Set(chosen.map(({ item }) => item.id));
  const items = edition.items.filter((item) => item.kind === "stance" || ids.has(item.id));
  return (await Promise.all(items.map((item) => questionOf(edition, item)))).flatMap((one) => one ?? []);
}

async function questionOf(edition: Edition, item: Item): Promise<AnswerQuestion | null> {
  const part = ratedParts(item)[0];
  const figure = part && standingFigure(edition.rounds, item.id, part.id);
  if (figure?.withheld !== null || !figure.counts || part?.scale.kind !== "ordinal") return null;
  const say = await sayer();
  const text = await getTranslations("public.answer");
  return {
    id: item.id,
    title: item.title,
    text: item.text,
    question: part.question,
    points: part.scale.points.map((point, at) => ({ ...point, count: figure.counts![at] ?? 0 })),
    median: figure.median,
    middle: figure.q1 === null || figure.q3 === null ? null : { low: figure.q1, high: figure.q3 },
    finding: say(readFinding(item, part, figure)),
    caption: text("caption", { round: figure.round, n: figure.n }),
    beside: await besideEach(part.scale, figure),
  };
}

/** "You answered “desirable”, as did 9 of 24 experts; 12 answered higher and 3 lower." */
async function besideEach({ points }: OrdinalScale, figure: ShownFigure): Promise<string[]> {
  const text = await getTranslations("public.answer");
  const counts = figure.counts ?? [];
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
  return points.map(({ label }, at) =>
    text("beside", {
      label: shortLabel(label),
      same: counts[at] ?? 0,
      n: figure.n,
      higher: sum(counts.slice(at + 1)),
      lower: sum(counts.slice(0, at)),
    }),
  );
}
