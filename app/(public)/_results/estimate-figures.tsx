import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import type { Figure } from "@/delphi/figure";
import { readFigure, readWithheld } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { readChange, readStability } from "@/delphi/verdict-reading";
import { Interval, type IntervalRow } from "@/ui/pictures/interval";
import type { WithheldRow } from "@/ui/pictures/rows";
import { notRecomputable } from "./not-recomputable";
import { figuresByRound } from "./part-rounds";

type Props = { edition: Edition; item: Item; part: Part };

/** A probability in every round that asked it, then in each group, on one axis, and what that says. */
export async function EstimateFigures({ edition, item, part }: Props) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const { minimumGroup, strata } = edition.protocol;
  const rounds = figuresByRound(edition, item, part);
  const last = rounds.at(-1);
  if (!last) return <p className="text-muted">{text("options.not-asked")}</p>;
  const row = (key: string, title: string, one: Figure): IntervalRow | WithheldRow =>
    one.withheld === null
      ? { key, title, median: one.median, middle: middleOf(one.q1, one.q3), n: one.n }
      : { key, title, withheld: say(readWithheld(one.withheld, minimumGroup)) };
  const groups = lastAsked(edition.rounds, item.id)?.figures.filter(
    (one) => one.item === item.id && one.part === part.id && one.stratum !== null,
  );
  const titleOf = (id: string | null) => strata.find((one) => one.id === id)?.title ?? "";
  return (
    <div className="space-y-4">
      <Interval
        title={say(readFigure(item, part, last, minimumGroup))}
        caption={text("item.estimates-caption", { round: last.round })}
        heading={3}
        rows={[
          ...rounds.map((one) => row(`round-${one.round}`, text("round", { round: one.round }), one)),
          ...(strata.length < 2
            ? []
            : (groups ?? []).map((one) => row(`group-${one.stratum}`, titleOf(one.stratum), one))),
        ]}
        words={await pictureWords()}
      />
      {last.withheld === null ? <Sentences {...{ edition, part, rounds }} last={last} /> : null}
    </div>
  );
}

type Shown = Extract<Figure, { withheld: null }>;

async function Sentences({
  edition,
  part,
  rounds,
  last,
}: {
  edition: Edition;
  part: Part;
  rounds: readonly Figure[];
  last: Shown;
}) {
  const say = await sayer();
  const before = rounds.find((one) => one.round === last.stability?.since);
  const change = before?.withheld === null ? readChange(part, before, last) : null;
  return (
    <ul className="space-y-1 font-sans text-sm text-muted">
      {change ? <li>{say(change)}.</li> : null}
      {last.stability ? <li>{say(readStability(last))}.</li> : null}
      {(await notRecomputable(edition, part, last)).map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  );
}

const middleOf = (low: number | null, high: number | null) =>
  low === null || high === null ? null : { low, high };
