import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { sayer } from "@/app/_server/say";
import type { Series } from "@/db/queries/series";
import { importedIn } from "@/delphi/imported";
import { type Continuity, sharePercent } from "@/delphi/series";
import { panelBreaks, readBreak, type Wave } from "@/delphi/wave";
import { ImportedMark } from "@/ui/imported-mark";
import { SimulatedMark } from "@/ui/simulated-mark";
import { Table } from "@/ui/table";

/** Every wave with its dates, its panel and the edition that its figures are taken from. */
export async function WaveTable({ series: { waves } }: { series: Series }) {
  const text = await getTranslations("public.series.waves");
  return (
    <Table
      caption={text("caption")}
      captionHidden
      columns={[
        { key: "wave", label: text("column.wave") },
        { key: "dates", label: text("column.dates") },
        { key: "answered", label: text("column.answered") },
        { key: "same", label: text("column.same") },
        { key: "edition", label: text("column.edition") },
      ]}
      rows={await Promise.all(waves.map(async (wave) => ({ key: wave.digest, cells: await cellsOf(wave) })))}
    />
  );
}

async function cellsOf({ number, edition, digest, continuity }: Wave) {
  const text = await getTranslations("public.series");
  const simulated = await getTranslations("shared.simulated");
  const elsewhere = await getTranslations("shared.imported");
  const imported = importedIn(edition.rounds);
  const { day } = await dates();
  const { slug, title } = edition.study;
  const [first, last] = [edition.rounds[0]!, edition.rounds.at(-1)!];
  return {
    wave: (
      <span className="space-y-1">
        <span className="block">{text("wave", { number })}</span>
        <span className="block font-normal text-muted">{title}</span>
        {edition.study.simulated ? <SimulatedMark>{simulated("mark")}</SimulatedMark> : null}
        {imported ? <ImportedMark>{elsewhere("short", { last: imported.last })}</ImportedMark> : null}
      </span>
    ),
    dates: text(first.openedOn === last.closedOn ? "waves.one-day" : "waves.dates", {
      from: day(first.openedOn),
      to: day(last.closedOn),
      rounds: edition.rounds.length,
    }),
    answered: text("waves.answered", { submitted: last.submitted, invited: last.invited }),
    same: await sameText(number, continuity),
    edition: (
      <span>
        <a href={`/studies/${slug}/editions/${edition.number}`} className="link">
          {text("waves.edition", { number: edition.number })}
        </a>
        , {day(edition.publishedOn)}
        <code className="block pt-1 font-mono text-sm break-all text-muted">{digest}</code>
      </span>
    ),
  };
}

async function sameText(number: number, continuity: Continuity | null): Promise<string> {
  const text = await getTranslations("public.series.waves");
  if (number === 1) return text("first");
  if (!continuity) return text("same-unknown");
  const { same, people, atLeast } = continuity;
  return text(atLeast ? "same-at-least" : "same", { same, people, percent: sharePercent(continuity) });
}

/** Where every line breaks, and why: "Between wave 2 and wave 3: …". */
export async function panelBreaksSaid({ waves, panelShare }: Series): Promise<readonly string[]> {
  const text = await getTranslations("public.series.waves");
  const say = await sayer();
  return waves.flatMap((later, at) => {
    const earlier = waves[at - 1];
    const breaks = earlier ? panelBreaks(earlier, later, panelShare) : [];
    if (breaks.length === 0) return [];
    const why = breaks.map((one) => say(readBreak(one))).join("; ");
    return [text("break", { from: earlier!.number, to: later.number, why })];
  });
}

/** The same on a page; where nothing breaks all lines it says so. */
export async function PanelBreaks({ series }: { series: Series }) {
  const text = await getTranslations("public.series.waves");
  const broken = await panelBreaksSaid(series);
  if (broken.length === 0) return series.waves.length > 1 ? <p>{text("unbroken")}</p> : null;
  return (
    <div className="space-y-2">
      <p>{text("broken")}</p>
      <ul className="list-disc space-y-1 pl-5">
        {broken.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** Waves that were published in this series and taken out since. */
export async function RemovedWaves({ series: { removed } }: { series: Series }) {
  const text = await getTranslations("public.series.waves");
  const { day } = await dates();
  return removed.length === 0 ? null : (
    <ul className="space-y-2 font-sans text-base">
      {removed.map(({ slug, title, on, reason }) => (
        <li key={slug} className="border-l-2 border-edge pl-3">
          <a href={`/studies/${slug}/results`} className="link">
            {title}
          </a>{" "}
          {text("removed", { date: day(on), reason })}
        </li>
      ))}
    </ul>
  );
}
