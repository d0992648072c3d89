import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { figureOf } from "@/delphi/figure";
import { middleOf, readFigures, readWithheld } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import { scaleBounds } from "@/delphi/scale";
import { Disclosure } from "@/ui/disclosure";
import { Strip } from "@/ui/pictures/strip";
import { Table, type TableRow } from "@/ui/table";
import { FigureVerdict } from "./figure-verdict";

/** Each declared group beside the panel; one that is too small stands there with the reason and no number. */
export async function PartStrata({
  item,
  part,
  analysis,
}: {
  item: Item;
  part: Part;
  analysis: RoundAnalysis;
}) {
  const { snapshot, protocol } = analysis;
  const t = await getTranslations("desk.analysis.strata");
  const say = await sayer();
  const bounds = scaleBounds(part.scale);
  const rows = protocol.strata.flatMap((stratum): TableRow[] => {
    const figure = figureOf(snapshot.figures, item.id, part.id, stratum.id);
    if (!figure) return [];
    if (figure.withheld !== null)
      return [
        {
          key: stratum.id,
          cells: {
            stratum: stratum.title,
            strip: null,
            figures: (
              <span className="text-sm text-muted">
                {say(readWithheld(figure.withheld, protocol.minimumGroup))}.
              </span>
            ),
            verdict: null,
          },
        },
      ];
    const described = say(readFigures(part, figure));
    return [
      {
        key: stratum.id,
        cells: {
          stratum: stratum.title,
          strip: bounds ? (
            <Strip
              {...bounds}
              {...middleOf(part, figure)}
              description={described}
              className="w-24 translate-y-2"
            />
          ) : null,
          figures: <span className="figures text-sm">{described}</span>,
          verdict: <FigureVerdict figure={figure} />,
        },
      },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <Disclosure quiet summary={t("caption")}>
      <Table
        caption={t("caption")}
        captionHidden
        columns={[
          { key: "stratum", label: t("stratum") },
          { key: "strip", label: t("strip"), labelHidden: true },
          { key: "figures", label: t("figures") },
          { key: "verdict", label: t("verdict") },
        ]}
        rows={rows}
      />
    </Disclosure>
  );
}
