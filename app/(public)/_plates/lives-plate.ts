import type { Edition } from "@/delphi/publication";
import { life } from "@/ui/plates/life";
import { rowLayout } from "@/ui/plates/row-layout";
import { livesPicture } from "../_results/lives-picture";
import type { MadePlate } from "./make-plate";

/** How long each question was asked, with its verdict of every round. */
export async function livesPlate(edition: Edition): Promise<MadePlate | null> {
  const picture = await livesPicture(edition);
  if (!picture) return null;
  const { title, caption, rounds, rows } = picture;
  return {
    title,
    caption,
    draw: (room, ink) =>
      rowLayout(
        rows.map((row) => ({
          key: row.key,
          title: row.title,
          draw: life(row.stops, row.ended, rounds.length, ink),
          aside: row.state,
        })),
        rounds,
        room,
        ink,
      ),
  };
}
