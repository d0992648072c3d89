import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { optionsInOrder } from "@/delphi/as-one-figures";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import { figureText, meanRankIn } from "@/delphi/figure-reading";
import type { Part } from "@/delphi/item";
import type { ItemKind } from "@/delphi/item-kind";
import { numberText } from "@/delphi/reading";
import { consensusWord, readChange, stabilityWord } from "@/delphi/verdict-reading";
import { Table } from "@/ui/table";
import { Verdict } from "@/ui/verdict";
import { OptionShare, OptionStrip } from "./option-picture";
import { type Grouped, OptionsByGroup } from "./options-by-group";

type Props = Grouped & {
  readonly earlier: readonly { readonly round: number; readonly figures: readonly Figure[] }[];
};

/** What was answered to each option, with its verdicts, and how each group of experts answered. The foremost first. */
export async function OptionsTable(props: Props) {
  const t = await getTranslations("shared.choices");
  const { item, figures } = props;
  const columns = COLUMNS[item.kind] ?? [];
  const rows = optionsInOrder(item, figures).map(({ part, figure }) => ({
    key: part.id,
    cells: {
      option: <Option {...props} part={part} figure={figure} />,
      share: <OptionShare figure={figure} />,
      interval: intervalText(figure),
      rank: numberText(meanRankIn(figure) ?? 0, 1),
      strip: <OptionStrip part={part} figure={figure} />,
      median: figure.median === null ? "–" : figureText(part.scale, figure.median),
      middle: middleText(part, figure),
      verdict: <Verdicts figure={figure} />,
    },
  }));
  return (
    <>
      <Table
        caption={t("table", { title: item.title })}
        captionHidden
        columns={[
          { key: "option", label: t("option") },
          ...columns.map((key) => ({ key, label: t(key), numeric: NUMERIC.includes(key) })),
          { key: "verdict", label: t("verdict") },
        ]}
        rows={rows}
      />
      <OptionsByGroup {...props} />
    </>
  );
}

type Column = "share" | "interval" | "rank" | "strip" | "median" | "middle";
const NUMERIC: readonly Column[] = ["interval", "rank", "median", "middle"];
const COLUMNS: Partial<Readonly<Record<ItemKind, readonly Column[]>>> = {
  choice: ["share", "interval"],
  ranking: ["rank", "strip", "median", "middle"],
  allocation: ["median", "strip", "middle"],
};

const middleText = ({ scale }: Part, { q1, q3 }: ShownFigure): string =>
  q1 === null || q3 === null ? "–" : `${figureText(scale, q1)} – ${figureText(scale, q3)}`;

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
