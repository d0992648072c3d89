import { sayer } from "@/app/_server/say";
import { readWeighted, twinsOf } from "@/delphi/confidence-reading";
import { figureOf } from "@/delphi/figure";
import { type Edition, lastAsked } from "@/delphi/publication";
import { twins } from "@/ui/plates/drawings";
import { plateFill } from "@/ui/plates/ink";
import { rowLayout } from "@/ui/plates/row-layout";
import { confidenceCaption } from "../_results/confidence-caption";
import type { MadePlate } from "./make-plate";

/** One question counted by confidence beside counting all alike; null where that would tell of too few. */
export async function confidencePlate(
  edition: Edition,
  partId: string,
  id?: string,
): Promise<MadePlate | null> {
  const say = await sayer();
  const item = edition.items.find((one) => one.id === id);
  const part = item?.parts.find((one) => one.id === partId);
  const figure = item && figureOf(lastAsked(edition.rounds, item.id)?.figures ?? [], item.id, partId);
  if (!item || !part || figure?.withheld !== null) return null;
  const rows = twinsOf(part, figure);
  if (!rows) return null;
  const most = Math.max(...rows.flatMap(({ plain, weighted }) => [plain, weighted]));
  return {
    title: say(readWeighted(rows)),
    caption: `“${item.title}” ${await confidenceCaption(edition, figure)}`,
    draw: (room, ink) =>
      rowLayout(
        rows.map((row, at) => ({
          key: row.key,
          title: say(row.label),
          draw: twins([row.plain, row.weighted], most, plateFill(at, rows.length), ink),
          aside: "",
        })),
        ["", ""],
        room,
        ink,
      ),
  };
}
