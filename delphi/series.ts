import { z } from "zod";
import { type Item, Slug } from "./item";
import type { Scale } from "./scale";

/** Addresses that would collide with a route of ours. */
export const SeriesSlug = Slug.refine((slug) => slug !== "new", "This address is taken by the site itself.");

export const SeriesName = z.string().trim().min(1, "A series needs a name.").max(200);

/** In percent: with fewer of the same people on two panels, what moved may be the panel and not its views. */
export const PanelShare = z
  .int("Give a whole number of percent.")
  .min(0, "Give a percentage from 0 to 100.")
  .max(100, "Give a percentage from 0 to 100.");

/** Half: below it most of those who are asked are others. A habit of ours, not taken from the literature. */
export const USUAL_PANEL_SHARE = 50;

/** What a series is called, where it stands, and what its owner declares before there is anything to compare. */
export const SeriesTerms = z.strictObject({
  name: SeriesName,
  slug: SeriesSlug,
  panelShare: PanelShare,
});
export type SeriesTerms = z.infer<typeof SeriesTerms>;

/** How many people invited to a wave had been invited to the wave before it: counted from two rolls, never from seats. */
export type Continuity = {
  readonly people: number;
  readonly same: number;
  /** The earlier roll is deleted: of its people only those are known who agreed to be asked again. */
  readonly atLeast: boolean;
};

/** In whole percent; 0 for an empty roll. */
export const sharePercent = ({ people, same }: Continuity): number =>
  people === 0 ? 0 : Math.round((100 * same) / people);

/** What became of the items from one wave to the next, by their ids. */
export type ItemsSince = {
  readonly reworded: readonly Item[];
  readonly added: readonly Item[];
  readonly left: readonly Item[];
};

export function itemsSince(earlier: readonly Item[], later: readonly Item[]): ItemsSince {
  const before = new Map(earlier.map((item) => [item.id, item]));
  const now = new Set(later.map(({ id }) => id));
  return {
    reworded: later.filter((item) => {
      const then = before.get(item.id);
      return then !== undefined && !(isWordedAlike(then, item) && isScaledAlike(then, item));
    }),
    added: later.filter(({ id }) => !before.has(id)),
    left: earlier.filter(({ id }) => !now.has(id)),
  };
}

/**
 * Whether two waves put the same question. Every word counts but for the space between words: within a study its
 * facilitators say whether another wording means something else, and between two studies nobody did.
 */
export const isWordedAlike = (one: Item, other: Item): boolean => wordsOf(one) === wordsOf(other);

/** Whether every part is answered on the same scale, in the same words. */
export const isScaledAlike = (one: Item, other: Item): boolean => scalesOf(one) === scalesOf(other);

const wordsOf = ({ kind, title, text, parts, until, resolvesIf, choose }: Item): string =>
  JSON.stringify(
    [
      kind,
      choose ?? "",
      title,
      text,
      until ?? "",
      resolvesIf ?? "",
      ...parts.map(({ question }) => question),
    ].map(evenly),
  );

const scalesOf = ({ parts }: Item): string =>
  JSON.stringify(parts.map(({ id, scale }) => [id, pointsOf(scale)]));

/** All of a scale but for the space in its words, and how long a text may be. */
function pointsOf(scale: Scale): unknown {
  if (scale.kind === "text") return scale.kind;
  if (scale.kind !== "ordinal") return scale;
  return [scale.kind, scale.points.map(({ value, label }) => [value, evenly(label)])];
}

const evenly = (text: string): string => text.trim().replace(/\s+/g, " ");
