import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { type Figure, figureOf } from "@/delphi/figure";
import { hasVerdict, partName, ratedParts } from "@/delphi/item";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { Disclosure } from "@/ui/disclosure";
import { type VerdictCell, VerdictMatrix } from "@/ui/pictures/verdict-matrix";

/** Every item that carries a verdict against every closed round, as glyph and word. */
export async function RoundsMatrix({ analysis }: { analysis: RoundAnalysis }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const rounds = [...analysis.earlier, analysis.snapshot];
  const cellOf = (figure: Figure | undefined): VerdictCell => {
    if (!figure) return { none: t("matrix.not-asked") };
    if (figure.withheld !== null) return { none: t("withheld") };
    const [consensus, stability] = [consensusWord(figure), stabilityWord(figure)];
    if (!consensus) return { none: stability ? say(stability.word) : t("no-verdict") };
    return {
      consensus: { mark: consensus.mark, label: say(consensus.word) },
      stability: stability ? { mark: stability.mark, label: say(stability.word) } : undefined,
    };
  };
  const rows = analysis.items
    .filter(({ kind }) => hasVerdict(kind))
    .flatMap((item) =>
      ratedParts(item).map((part) => ({
        key: `${item.id}/${part.id}`,
        title:
          ratedParts(item).length > 1
            ? t("matrix.part", { item: item.title, part: partName(item, part) })
            : item.title,
        href: `#${item.id}` as const,
        cells: Object.fromEntries(
          rounds.map((round) => [String(round.round), cellOf(figureOf(round.figures, item.id, part.id))]),
        ),
      })),
    );
  if (rows.length === 0 || rounds.length < 2) return null;
  return (
    <Disclosure summary={t("matrix.summary", { rounds: rounds.length })}>
      <VerdictMatrix
        title={t("matrix.title", { rounds: rounds.length })}
        caption={t("matrix.caption")}
        heading={3}
        itemHead={t("table.item")}
        columns={rounds.map(({ round }) => ({ key: String(round), label: t("matrix.round", { round }) }))}
        rows={rows}
      />
    </Disclosure>
  );
}
