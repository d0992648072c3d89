import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readForemost } from "@/delphi/as-one-figures";
import { estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { hasOptions, isAnsweredAsOne } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { type Reading, readFigure, reading } from "@/delphi/reading";
import { standingFigure, summarise } from "@/delphi/summary";

/** The answer to the question in one sentence, then where the panel agrees, where it doesn't, what moved. */
export async function Opening({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const summary = summarise(edition.items, edition.rounds);
  const answer = answerOf(edition);
  const rated =
    edition.items.every((item) => !isAnsweredAsOne(item)) ||
    edition.items.some((item) => item.kind === "option");
  const moved: readonly [string, Reading] = [text("moved"), summary.movement];
  const judged: readonly (readonly [string, Reading])[] = [
    [text("agree"), summary.agreement],
    [text("disagree"), summary.disagreement],
  ];
  // Both speak of options that were rated; what was chosen or estimated has a chapter of its own.
  const sentences = rated ? [...judged, moved] : [moved];
  return (
    <section aria-label={text("in-short")} className="mt-8">
      {answer ? <p className="max-w-[52rem] text-xl leading-normal">{say(answer)}</p> : null}
      <dl className="mt-8 grid gap-x-10 gap-y-6 md:grid-cols-3">
        {sentences.map(([term, sentence]) => (
          <div key={term} className="border-t border-line pt-3">
            <dt className="font-sans text-sm font-medium text-accent">{term}</dt>
            <dd className="mt-1">{say(sentence)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Without a headline question, what the first question with options came to, or the first estimate. */
function foremostOf({ items, rounds }: Pick<Edition, "items" | "rounds">): Reading | null {
  const item = items.find(hasOptions) ?? items.find(({ kind }) => kind === "estimate");
  const round = item && lastAsked(rounds, item.id);
  if (!round) return null;
  if (hasOptions(item)) return reading("plain.alone", { finding: readForemost(item, round.figures) });
  const shown = estimateFigures(item, round.figures);
  return shown && reading("plain.alone", { finding: readEstimate(item, shown) });
}

function answerOf({ items, rounds, protocol }: Edition): Reading | null {
  const item = items.find((one) => one.kind === "stance");
  const part = item && ratedParts(item)[0];
  const figure = part && standingFigure(rounds, item.id, part.id);
  return figure ? readFigure(item, part, figure, protocol.minimumGroup) : foremostOf({ items, rounds });
}
