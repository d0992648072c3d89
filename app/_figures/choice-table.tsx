import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { optionsByShare } from "@/delphi/choice-figures";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import { type Item, type Part, ratedParts } from "@/delphi/item";
import type { Stratum } from "@/delphi/protocol";
import { chosenIn, readFigures, readWithheld } from "@/delphi/reading";
import { consensusWord, readChange, stabilityWord } from "@/delphi/verdict-reading";
import { Disclosure } from "@/ui/disclosure";
import { ShareBar } from "@/ui/pictures/share-bar";
import { Table } from "@/ui/table";
import { Verdict } from "@/ui/verdict";

type Props = {
  readonly item: Item;
  readonly figures: readonly Figure[];
  readonly earlier: readonly { readonly round: number; readonly figures: readonly Figure[] }[];
  readonly strata: readonly Stratum[];
  readonly minimumGroup: number;
};

/** How many chose each option of a choice, with its interval and verdicts, and how each group of experts chose. */
export async function ChoiceTable(props: Props) {
  const t = await getTranslations("shared.choices");
  const { item, figures } = props;
  const rows = await Promise.all(
    optionsByShare(item, figures).map(async ({ part, figure }) => {
      const { count, n, percent } = chosenIn(figure);
      return {
        key: part.id,
        cells: {
          option: <Option {...props} part={part} figure={figure} />,
          share: <ShareBar count={count} n={n} text={t("of", { count, n, percent })} />,
          interval: intervalText(figure),
          verdict: <Verdicts figure={figure} />,
        },
      };
    }),
  );
  return (
    <>
      <Table
        caption={t("table", { title: item.title })}
        captionHidden
        columns={[
          { key: "option", label: t("option") },
          { key: "share", label: t("share") },
          { key: "interval", label: t("interval"), numeric: true },
          { key: "verdict", label: t("verdict") },
        ]}
        rows={rows}
      />
      <Groups {...props} />
    </>
  );
}

const intervalText = ({ interval }: ShownFigure): string =>
  interval ? `${Math.round(interval.low)}–${Math.round(interval.high)}%` : "–";

async function Option({ item, part, figure, earlier }: Props & { part: Part; figure: ShownFigure }) {
  const say = await sayer();
  const since = earlier.find(({ round }) => round === figure.stability?.since);
  const before = since && figureOf(since.figures, item.id, part.id);
  return (
    <>
      {part.question}
      {before?.withheld === null ? (
        <span className="block font-sans text-sm font-normal text-muted">
          {say(readChange(part, before, figure)!)}.
        </span>
      ) : null}
    </>
  );
}

async function Verdicts({ figure }: { figure: ShownFigure }) {
  const say = await sayer();
  const [consensus, stability] = [consensusWord(figure), stabilityWord(figure)];
  if (!consensus) return stability ? say(stability.word) : "–";
  return (
    <Verdict
      consensus={{ mark: consensus.mark, label: say(consensus.word) }}
      stability={stability ? { mark: stability.mark, label: say(stability.word) } : undefined}
    />
  );
}

async function Groups({ item, figures, strata, minimumGroup }: Props) {
  const t = await getTranslations("shared.choices");
  const say = await sayer();
  if (strata.length < 2) return null;
  const told = (part: Part, stratum: string): string => {
    const figure = figureOf(figures, item.id, part.id, stratum);
    if (!figure) return "";
    return say(
      figure.withheld === null ? readFigures(part, figure) : readWithheld(figure.withheld, minimumGroup),
    );
  };
  return (
    <Disclosure quiet summary={<span className="text-sm">{t("groups")}</span>}>
      <Table
        caption={t("groups")}
        captionHidden
        columns={[
          { key: "option", label: t("option") },
          ...strata.map(({ id, title }) => ({ key: id, label: title })),
        ]}
        rows={ratedParts(item).map((part) => ({
          key: part.id,
          cells: {
            option: part.question,
            ...Object.fromEntries(strata.map(({ id }) => [id, told(part, id)])),
          },
        }))}
      />
    </Disclosure>
  );
}
