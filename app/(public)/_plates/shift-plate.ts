import { getTranslations } from "next-intl/server";
import { figureOf } from "@/delphi/figure";
import type { Edition } from "@/delphi/publication";
import { numberText } from "@/delphi/reading";
import { scaleBounds } from "@/delphi/scale";
import { movement } from "@/ui/plates/drawings";
import { rowLayout } from "@/ui/plates/row-layout";
import { criterionName, type OptionStanding, optionsByAgreement } from "../_results/option-standing";
import type { MadePlate } from "./make-plate";

/** How the medians of the options moved between the first and the last round that asked them. */
export async function shiftPlate(edition: Edition, part: string): Promise<MadePlate | null> {
  const text = await getTranslations("public.plates");
  const options = optionsByAgreement(edition);
  const asked = options[0]?.criteria.find((one) => one.part.id === part)?.part;
  const bounds = asked && scaleBounds(asked.scale);
  if (asked?.scale.kind !== "ordinal" || !bounds) return null;
  const { points } = asked.scale;
  const moves = options
    .flatMap((option) => moveOf(edition, option, part))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  if (moves.length === 0) return null;
  return {
    title: text("shift-title", { moved: moves.length, criterion: criterionName(asked).toLowerCase() }),
    caption: text("shift", { unmoved: options.length - moves.length }),
    draw: (room, ink) =>
      rowLayout(
        moves.map(({ option, from, to }) => ({
          key: option.item.id,
          title: option.item.title,
          draw: movement(from, to, bounds, ink),
          aside: `${numberText(from, 2)} → ${numberText(to, 2)}`,
        })),
        [points[0]!.label, points.at(-1)!.label],
        room,
        ink,
      ),
  };
}

function moveOf(edition: Edition, option: OptionStanding, part: string) {
  const medians = edition.rounds.flatMap((round) => {
    const figure = figureOf(round.figures, option.item.id, part);
    return figure?.withheld === null && figure.median !== null ? [figure.median] : [];
  });
  const [from, to] = [medians[0], medians.at(-1)];
  return medians.length < 2 || from === to ? [] : [{ option, from: from!, to: to! }];
}
