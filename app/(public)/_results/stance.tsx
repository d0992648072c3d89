import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import { type Item, type Part, ratedParts } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { readFinding, readWithheld } from "@/delphi/reading";
import { readChange, readConsensus, readStability } from "@/delphi/verdict-reading";
import { LazyStanceShift } from "@/ui/explorer/lazy-stance-shift";
import { StanceByRound, type StanceColumn } from "@/ui/pictures/stance-by-round";
import { Section } from "../_frame/article";

/** The headline question: every round side by side, then each group beside the panel. */
export async function Stance({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const item = edition.items.find((one) => one.kind === "stance")!;
  const part = ratedParts(item)[0]!;
  const figures = edition.rounds.flatMap((round) => figureOf(round.figures, item.id, part.id) ?? []);
  const last = figures.at(-1);
  if (!last || part.scale.kind !== "ordinal") return null;
  const shown = last.withheld === null ? last : null;
  return (
    <Section
      id="stance"
      title={text("stance.title")}
      note={
        shown ? (
          <Verdicts
            sentences={[
              say(readConsensus(item, shown, edition.protocol.rules.stance?.consensus ?? null)),
              say(readStability(shown)),
            ]}
          />
        ) : null
      }
      wide={
        <>
          <StanceByRound
            title={shown ? say(readFinding(item, part, shown)) : item.title}
            caption={text("stance.caption", { question: item.title })}
            heading={3}
            points={part.scale.points}
            columns={await roundColumns(edition, figures)}
            words={await pictureWords()}
          />
          <Explorer part={part} figures={figures} />
          <Groups edition={edition} item={item} part={part} />
        </>
      }
    >
      <p>{text("stance.lead", { question: part.question || item.title })}</p>
    </Section>
  );
}

const Verdicts = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.map((sentence) => <p key={sentence}>{sentence}.</p>);

async function roundColumns(edition: Edition, figures: readonly Figure[]): Promise<StanceColumn[]> {
  const text = await getTranslations("public.results");
  return Promise.all(
    figures.slice(-4).map((figure) => column(edition, figure, text("round", { round: figure.round }))),
  );
}

async function column(edition: Edition, figure: Figure, label: string): Promise<StanceColumn> {
  const say = await sayer();
  const key = `${figure.round}-${figure.stratum}`;
  return figure.withheld === null
    ? { key, label, counts: figure.counts ?? [], median: figure.median }
    : { key, label, withheld: say(readWithheld(figure.withheld, edition.protocol.minimumGroup)) };
}

/** The large picture; it needs two rounds to show a movement. */
async function Explorer({ part, figures }: { part: Part; figures: readonly Figure[] }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const words = await pictureWords();
  const rounds = figures.flatMap((figure) =>
    figure.withheld === null && figure.counts !== null
      ? [{ key: String(figure.round), label: text("round", { round: figure.round }), counts: figure.counts }]
      : [],
  );
  if (rounds.length < 2 || part.scale.kind !== "ordinal") return null;
  const [earlier, later] = figures.filter((figure) => figure.withheld === null).slice(-2);
  const change = earlier && later && readChange(part, earlier, later);
  return (
    <LazyStanceShift
      title={change ? say(change) : text("stance.explorer")}
      caption={text("stance.explorer-caption")}
      heading={3}
      points={part.scale.points}
      rounds={rounds}
      words={{
        view: text("stance.view"),
        byRound: text("stance.by-round"),
        byAnswer: text("stance.by-answer"),
        n: words.n,
        point: words.point,
        numbers: words.numbers,
      }}
    />
  );
}

const BESIDE_THE_PANEL = 3;

/** The panel and its groups side by side, three groups to a picture. */
async function Groups({ edition, item, part }: { edition: Edition; item: Item; part: Part }) {
  const text = await getTranslations("public.results");
  const words = await pictureWords();
  const { strata } = edition.protocol;
  const round = lastAsked(edition.rounds, item.id);
  const panel = round && figureOf(round.figures, item.id, part.id);
  if (strata.length < 2 || !panel || part.scale.kind !== "ordinal") return null;
  const groups = await Promise.all(
    strata.flatMap(({ id, title }) => {
      const figure = figureOf(round.figures, item.id, part.id, id);
      return figure ? [column(edition, figure, title)] : [];
    }),
  );
  const whole = await column(edition, panel, text("panel"));
  const { points } = part.scale;
  return Array.from({ length: Math.ceil(groups.length / BESIDE_THE_PANEL) }, (_, at) => (
    <StanceByRound
      key={groups[at * BESIDE_THE_PANEL]!.key}
      title={text("stance.strata-title", { round: round.round })}
      caption={text("stance.strata-caption")}
      heading={3}
      points={points}
      columns={[whole, ...groups.slice(at * BESIDE_THE_PANEL, (at + 1) * BESIDE_THE_PANEL)]}
      words={words}
    />
  ));
}
