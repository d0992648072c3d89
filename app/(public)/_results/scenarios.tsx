import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { figureOf } from "@/delphi/figure";
import { readFigure, readWithheld } from "@/delphi/figure-reading";
import { type Item, ratedParts } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { readChange, readStability } from "@/delphi/verdict-reading";
import { Interval, type IntervalRow } from "@/ui/pictures/interval";
import { Section } from "../_frame/article";
import { itemPlace } from "./item-place";
import { notRecomputable } from "./not-recomputable";
import { scenarioFinding, scenarioStanding } from "./scenario-standing";

/** How likely the panel holds each scenario, with what would settle it. */
export async function Scenarios({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results");
  const items = edition.items.filter((item) => item.kind === "scenario");
  const rows = await Promise.all(items.map((item) => rowOf(edition, item, base)));
  const round = lastAsked(edition.rounds, items[0]!.id)?.round ?? 1;
  const title = await scenarioFinding(
    rows.map((row) => ({ title: String(row.title), median: "withheld" in row ? null : row.median })),
  );
  return (
    <Section
      id="scenarios"
      title={text("scenarios.title")}
      wide={
        <>
          <Interval
            title={title}
            caption={text("scenarios.caption", { round })}
            heading={3}
            rows={rows}
            words={await pictureWords()}
          />
          <ul className="grid gap-x-10 gap-y-6 md:grid-cols-2">
            {items.map((item) => (
              <li key={item.id} className="border-t border-line pt-3">
                <ScenarioText edition={edition} item={item} />
              </li>
            ))}
          </ul>
        </>
      }
    >
      <p>{text("scenarios.lead")}</p>
    </Section>
  );
}

type Row = IntervalRow | { key: string; title: string; withheld: string };

async function rowOf(edition: Edition, item: Item, base: string): Promise<Row> {
  const text = await getTranslations("public.results.options");
  const say = await sayer();
  const name = { key: item.id, title: item.title, href: itemPlace(base, item) };
  const figure = scenarioStanding(edition, item);
  if (!figure) return { ...name, withheld: text("not-asked") };
  if (figure.withheld !== null)
    return { ...name, withheld: say(readWithheld(figure.withheld, edition.protocol.minimumGroup)) };
  const { median, q1, q3, n } = figure;
  return { ...name, median, middle: q1 === null || q3 === null ? null : { low: q1, high: q3 }, n };
}

async function ScenarioText({ edition, item }: { edition: Edition; item: Item }) {
  const text = await getTranslations("public.results.scenarios");
  const say = await sayer();
  const { written } = await dates();
  const part = ratedParts(item)[0]!;
  const figure = scenarioStanding(edition, item);
  const before = edition.rounds.find(
    (round) => figure?.withheld === null && round.round === figure.stability?.since,
  );
  const earlier = before && figureOf(before.figures, item.id, part.id);
  const change =
    figure?.withheld === null && earlier?.withheld === null ? readChange(part, earlier, figure) : null;
  const settled = [
    ...(item.until ? [text("until", { until: written(item.until) })] : []),
    ...(item.resolvesIf ? [text("resolves", { resolves: item.resolvesIf })] : []),
  ];
  const marks = figure?.withheld === null ? await notRecomputable(edition, part, figure) : [];
  return (
    <div className="space-y-2">
      <h4>{item.title}</h4>
      <p className="text-base">{item.text}</p>
      {settled.length > 0 ? <p className="font-sans text-sm text-muted">{settled.join(". ")}</p> : null}
      {figure ? <p>{say(readFigure(item, part, figure, edition.protocol.minimumGroup))}</p> : null}
      <div className="space-y-1 font-sans text-sm text-muted">
        {change ? <p>{say(change)}.</p> : null}
        {figure?.withheld === null && figure.stability ? <p>{say(readStability(figure))}.</p> : null}
        {marks.map((mark) => (
          <p key={mark}>{mark}</p>
        ))}
      </div>
    </div>
  );
}
