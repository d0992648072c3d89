import { getTranslations } from "next-intl/server";
import { EstimateFigure } from "@/app/_figures/estimate-figure";
import { EstimateSentences } from "@/app/_figures/estimate-sentences";
import { sayer } from "@/app/_server/say";
import { quantityOf, STANDARD_LEVEL } from "@/delphi/estimate";
import { averageEstimate, estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { BEST } from "@/delphi/estimate-part";
import { figureOf, type ShownFigure } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { quantityText } from "@/delphi/quantity";
import { Section } from "../_frame/article";
import { itemPlace } from "./item-place";
import { notRecomputable } from "./not-recomputable";

/** What the panel estimates, question by question: its middle values with their interval, and how they moved. */
export async function EstimateResults({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.estimates");
  const items = edition.items.filter((item) => item.kind === "estimate");
  return (
    <Section
      id="estimates"
      title={text("title")}
      wide={items.map((item) => (
        <section key={item.id} aria-labelledby={`estimate-${item.id}`}>
          <h3 id={`estimate-${item.id}`}>
            <a href={itemPlace(base, item)} className="underline-offset-4 hover:underline">
              {item.title}
            </a>
          </h3>
          {item.text ? <p className="mt-1 max-w-measure text-base text-muted">{item.text}</p> : null}
          <div className="mt-3">
            <EstimateRounds edition={edition} item={item} heading={4} />
          </div>
        </section>
      ))}
    >
      <p>{text("lead")}</p>
    </Section>
  );
}

/** One estimate in every round that asked it, then in each group of the last one, on one axis. */
export async function EstimateRounds({
  edition,
  item,
  heading,
}: {
  edition: Edition;
  item: Item;
  heading: 3 | 4;
}) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const { strata, minimumGroup, rules } = edition.protocol;
  const last = lastAsked(edition.rounds, item.id);
  const best = last && figureOf(last.figures, item.id, BEST);
  if (!last || !best) return <p className="text-muted">{text("options.not-asked")}</p>;
  if (best.withheld !== null)
    return <p className="text-muted">{say(readWithheld(best.withheld, minimumGroup))}.</p>;
  const shown = estimateFigures(item, last.figures);
  const asked = edition.rounds.filter((round) => round.asked.includes(item.id));
  return (
    <>
      <EstimateFigure
        heading={heading}
        item={item}
        title={shown ? `${say(readEstimate(item, shown))}.` : item.title}
        caption={text("estimates.caption", {
          round: last.round,
          n: best.n,
          abstained: best.abstained,
          level: STANDARD_LEVEL,
          band: best.q1 === null ? "no" : "yes",
        })}
        groups={[
          ...asked.map(({ round, figures }) => ({
            key: `round-${round}`,
            title: text("round", { round }),
            figures,
            stratum: null,
          })),
          ...(strata.length < 2
            ? []
            : strata.map(({ id, title }) => ({ key: id, title, figures: last.figures, stratum: id }))),
        ]}
        each={best.intervals}
        minimumGroup={minimumGroup}
      />
      <EstimateSentences
        item={item}
        figures={last.figures}
        earlier={edition.rounds.filter(({ round }) => round < last.round)}
        rule={rules.estimate?.consensus ?? null}
      >
        <Notes edition={edition} item={item} best={best} />
      </EstimateSentences>
    </>
  );
}

/** What is shown of single estimates, and what can't be computed again because they are not. */
async function Notes({ edition, item, best }: { edition: Edition; item: Item; best: ShownFigure }) {
  const text = await getTranslations("public.results.estimates");
  const average = averageEstimate(best.intervals ?? []);
  const print = (value: number) => quantityText(quantityOf(item), value);
  const marks = await notRecomputable(edition, item.parts.find(({ id }) => id === BEST)!, best);
  return (
    <>
      {average ? (
        <li>
          {text("each", {
            best: print(average.best),
            low: print(average.lower),
            high: print(average.upper),
          })}
        </li>
      ) : null}
      {best.q1 === null && !average ? <li>{text("few")}</li> : null}
      {marks.map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
    </>
  );
}
