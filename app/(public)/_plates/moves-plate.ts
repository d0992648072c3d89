import { figureOf } from "@/delphi/figure";
import { type Edition, lastAsked } from "@/delphi/publication";
import { bands } from "@/ui/plates/bands";
import { movesPicture } from "../_results/moves-picture";
import type { MadePlate } from "./make-plate";

/** Who moved where on one question; null where that would tell of too few. */
export async function movesPlate(edition: Edition, partId: string, id?: string): Promise<MadePlate | null> {
  const item = edition.items.find((one) => one.id === id);
  const part = item?.parts.find((one) => one.id === partId);
  const figure = item && figureOf(lastAsked(edition.rounds, item.id)?.figures ?? [], item.id, partId);
  if (!item || !part || figure?.withheld !== null) return null;
  const picture = await movesPicture(edition, item, part, figure);
  if (!picture) return null;
  return {
    title: picture.title,
    caption: `“${item.title}” ${picture.caption}`,
    draw: (room, ink) => bands(picture, room, ink),
  };
}
