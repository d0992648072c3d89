import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { figureOf } from "@/delphi/figure";
import { figureText, middleOf, readFigures } from "@/delphi/figure-reading";
import { partName, ratedParts } from "@/delphi/item";
import { quantityWidth } from "@/delphi/quantity";
import { isChosenScale, isQuantity, scaleBounds } from "@/delphi/scale";
import { Strip } from "@/ui/pictures/strip";
import { Table } from "@/ui/table";
import { FigureVerdict } from "./figure-verdict";

/** Every rated part of the round in a line, each leading to its own pictures further down. */
export async function AnalysisTable({ analysis }: { analysis: RoundAnalysis }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const rows = analysis.items.flatMap((item) =>
    ratedParts(item).map((part) => {
      const figure = figureOf(analysis.snapshot.figures, item.id, part.id);
      const bounds = scaleBounds(part.scale);
      const named = ratedParts(item).length > 1;
      const shown = figure?.withheld === null ? figure : null;
      const text = (value: number | null | undefined) =>
        value === null || value === undefined || isChosenScale(part.scale)
          ? "–"
          : figureText(part.scale, value);
      return {
        key: `${item.id}/${part.id}`,
        cells: {
          item: (
            <a href={`#${item.id}`} className="link font-normal">
              {item.title}
              {named ? <span className="text-muted"> · {partName(item, part)}</span> : null}
            </a>
          ),
          strip:
            shown && bounds ? (
              <Strip
                {...bounds}
                {...middleOf(part, shown)}
                counts={shown.counts ?? undefined}
                description={say(readFigures(part, shown))}
                className="w-32 translate-y-2"
              />
            ) : null,
          n: shown?.n ?? "–",
          median: text(shown?.median),
          middle:
            shown && shown.q1 !== null && !isChosenScale(part.scale)
              ? `${text(shown.q1)} – ${text(shown.q3)}`
              : "–",
          iqr:
            isQuantity(part.scale) && shown?.iqr != null
              ? quantityWidth(part.scale, shown.iqr)
              : text(shown?.iqr),
          verdict: figure ? <FigureVerdict figure={figure} /> : null,
        },
      };
    }),
  );
  return (
    <Table
      caption={t("table.caption")}
      columns={[
        { key: "item", label: t("table.item") },
        { key: "strip", label: t("table.strip") },
        { key: "n", label: t("table.n"), numeric: true },
        { key: "median", label: t("table.median"), numeric: true },
        { key: "middle", label: t("table.middle"), numeric: true },
        { key: "iqr", label: t("table.iqr"), numeric: true },
        { key: "verdict", label: t("table.verdict") },
      ]}
      rows={rows}
    />
  );
}
