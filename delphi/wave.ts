import type { Item } from "./item";
import { itemsIn } from "./lineage";
import { type Edition, lastAsked } from "./publication";
import { type Reading, reading } from "./reading";
import { type Continuity, isScaledAlike, isWordedAlike, sharePercent } from "./series";

/** A wave as readers see it: the latest edition of its study, and nothing that is not published. */
export type Wave = {
  /** Its place among the published waves, from 1. */
  readonly number: number;
  readonly edition: Edition;
  readonly digest: string;
  /** Of its panel and that of the wave before; null for the first, and where nobody could count. */
  readonly continuity: Continuity | null;
};

/** Why a line does not go on from one wave to the next. */
export type Break =
  | { readonly why: "panel"; readonly same: number; readonly people: number; readonly percent: number }
  | { readonly why: "panel-unsure"; readonly same: number; readonly people: number; readonly percent: number }
  | { readonly why: "panel-unknown" }
  | { readonly why: "groups" }
  | { readonly why: "perspective" }
  | { readonly why: "simulated" }
  | { readonly why: "wording" }
  | { readonly why: "scale" };

/** What breaks every line before a wave: other people were asked, or they were asked to speak for others. */
export function panelBreaks(earlier: Wave, later: Wave, panelShare: number): readonly Break[] {
  const [one, other] = [earlier.edition, later.edition];
  return [
    ...shareBreaks(later.continuity, panelShare),
    ...(groupsOf(one) === groupsOf(other) ? [] : [{ why: "groups" } as const]),
    ...(perspectiveOf(one) === perspectiveOf(other) ? [] : [{ why: "perspective" } as const]),
    ...(one.study.simulated === other.study.simulated ? [] : [{ why: "simulated" } as const]),
  ];
}

function shareBreaks(continuity: Continuity | null, panelShare: number): readonly Break[] {
  if (!continuity) return [{ why: "panel-unknown" }];
  const { people, same, atLeast } = continuity;
  if (people > 0 && 100 * same >= panelShare * people) return [];
  return [{ why: atLeast ? "panel-unsure" : "panel", same, people, percent: sharePercent(continuity) }];
}

const groupsOf = ({ protocol }: Edition): string =>
  JSON.stringify(protocol.strata.map(({ title }) => title).toSorted());

const perspectiveOf = ({ study }: Edition): string => study.perspective.trim().replace(/\s+/g, " ");

/** What breaks the lines of one item between two waves that asked it. */
export const wordingBreaks = (earlier: Item, later: Item): readonly Break[] => [
  ...(isWordedAlike(earlier, later) ? [] : [{ why: "wording" } as const]),
  ...(isScaledAlike(earlier, later) ? [] : [{ why: "scale" } as const]),
];

/** "worded otherwise" */
export function readBreak({ why, ...values }: Break): Reading {
  return reading(`series.break.${why}`, values);
}

/** An item as the last round of a wave that asked it put it; null where no published round did. */
export function askedIn({ edition }: Pick<Wave, "edition">, id: string): Item | null {
  const round = lastAsked(edition.rounds, id);
  if (!round) return null;
  return itemsIn(round.round, edition.items, edition.lineage ?? []).find((item) => item.id === id) ?? null;
}
