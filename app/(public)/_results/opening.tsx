import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readForemost } from "@/delphi/as-one-figures";
import { readCertainty } from "@/delphi/certainty";
import { estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { readFigure } from "@/delphi/figure-reading";
import { hasOptions, isAnsweredAsOne } from "@/delphi/item";
import { shortLabel } from "@/delphi/point-words";
import { type Edition, lastAsked } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { type Reading, reading } from "@/delphi/reading";
import { standingFigure, summarise } from "@/delphi/summary";
import { WholeBar } from "@/ui/pictures/whole-bar";
import { dissenting } from "./dissenting";
import { reasonsFor } from "./reasons";

/** The answer to the question in one sentence, then where the panel agrees, where it doesn't and why, what moved, how sure one can be. */
export async function Opening({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const summary = summarise(edition.items, edition.rounds);
  const answer = answerOf(edition);
  const certainty = readCertainty(edition.items, edition.rounds);
  const rated =
    edition.items.every((item) => !isAnsweredAsOne(item)) ||
    edition.items.some((item) => item.kind === "option");
  const argued = dissenting(edition).some(({ item }) => reasonsFor(edition, item.id).length > 0);
  const why = argued ? { href: "#dissent", label: text("why") } : undefined;
  const sentences: readonly Short[] = [
    // Both speak of options that were rated; what was chosen or estimated has a chapter of its own.
    ...(rated ? [{ term: text("agree"), said: summary.agreement }] : []),
    ...(rated ? [{ term: text("disagree"), said: summary.disagreement, on: why }] : []),
    { term: text("moved"), said: summary.movement },
    ...(certainty ? [{ term: text("certain"), said: certainty }] : []),
  ];
  return (
    <section aria-label={text("in-short")} className="mt-8">
      {answer ? <p className="max-w-[52rem] text-xl leading-normal">{say(answer)}</p> : null}
      <HeadlineBar edition={edition} />
      <dl className="mt-8 grid max-w-[60rem] gap-x-12 gap-y-6 md:grid-cols-2">
        {sentences.map(({ term, said, on }) => (
          <div key={term} className="border-t border-line pt-3">
            <dt className="font-sans text-sm font-medium text-accent">{term}</dt>
            <dd className="mt-1">{say(said)}</dd>
            {on ? (
              <dd className="screen-only mt-1 font-sans text-base">
                <a href={on.href} className="link">
                  {on.label}
                </a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

type Short = { term: string; said: Reading; on?: { href: string; label: string } | undefined };

/** The headline answer as one bar, so that it is seen before it is read. */
function HeadlineBar({ edition: { items, rounds } }: { edition: Edition }) {
  const item = items.find((one) => one.kind === "stance");
  const part = item && ratedParts(item)[0];
  const figure = part && standingFigure(rounds, item.id, part.id);
  if (!figure || figure.withheld !== null || figure.counts === null || part.scale.kind !== "ordinal")
    return null;
  const labels = part.scale.points.map(({ label }) => label);
  const short = labels.map(shortLabel);
  const told = new Set(short).size === short.length ? short : labels;
  return (
    <div className="mt-5 max-w-[52rem]">
      <WholeBar scale={told} counts={figure.counts} />
    </div>
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
