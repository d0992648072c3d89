import { DECLARED } from "./about-expert";
import type { Figure, ShownFigure } from "./figure";
import { chosenIn, figureText } from "./figure-reading";
import type { Part } from "./item";
import type { Stratum } from "./protocol";
import { type Reading, reading } from "./reading";

/** What the declared groups say beside each other: "Medians run from 2 in “Research” to 4 in “Policy”". */
export function readGroups(part: Part, figures: readonly Figure[], strata: readonly Stratum[]): Reading {
  const declared = part.id === DECLARED;
  const placed = figures
    .flatMap((figure) => (figure.withheld === null ? (place(figure, declared) ?? []) : []))
    .toSorted((a, b) => a.at - b.at);
  const [low, high] = [placed[0], placed.at(-1)];
  if (!low || !high) return reading("groups.none");
  const key = declared ? "groups.declared" : "groups";
  const named = ({ stratum }: Placed) =>
    reading("quoted", { text: strata.find(({ id }) => id === stratum)?.title ?? stratum ?? "" });
  const text = (at: number) => (declared ? `${at}%` : figureText(part.scale, at));
  const ends = { low: text(low.at), high: text(high.at) };
  if (low === high) return reading(`${key}.one`, { ...ends, group: named(low) });
  if (low.at === high.at) return reading(`${key}.same`, { ...ends, count: placed.length });
  const those = (at: number) => ({ all: placed.filter((one) => one.at === at).map(named) });
  return reading(`${key}.apart`, { ...ends, lowest: those(low.at), highest: those(high.at) });
}

type Placed = { readonly stratum: string | null; readonly at: number };

/** Where a group stands: at its median, or at the whole percent of it that declared an interest. */
function place(figure: ShownFigure, declared: boolean): Placed | null {
  const { stratum, median } = figure;
  if (median === null) return null;
  return { stratum, at: declared ? Number(chosenIn(figure).percent) : median };
}
