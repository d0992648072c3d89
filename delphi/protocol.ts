import { z } from "zod";
import { AboutExperts } from "./about-expert";
import { Slug } from "./item";
import { ITEM_KINDS } from "./item-kind";
import { PositionDisplay } from "./position";
import { QuestionnairePlan } from "./questionnaire-plan";
import { Rule } from "./rule";

/** The floor below which no study can set its minimum group, and the value it starts with. */
const MINIMUM_GROUP_FLOOR = 3;
const MINIMUM_GROUP_DEFAULT = 5;

export const KindRules = z.strictObject({
  /** Null: no verdict of consensus on items of this kind. */
  consensus: Rule.nullable(),
  stability: Rule.nullable(),
  /** An item that meets this on every part is proposed to be dropped; left out: none is. */
  retire: Rule.optional(),
});

/** What may happen to items between rounds, beside being settled or asked again. Left out: nothing is foreseen. */
export const BetweenRounds = z.strictObject({
  /** A new wording is proposed where more than this percentage of those who took part gave no answer. */
  rewordAbove: z.number().min(0).max(100).nullable(),
  /** What the panel proposes may become an item of the next round. */
  panelItems: z.boolean(),
});

export const Stratum = z.strictObject({ id: Slug, title: z.string().min(1).max(120) });
export type Stratum = z.infer<typeof Stratum>;

/** The declared method of a study; locked and hashed when the first round opens. */
export const Protocol = z.strictObject({
  design: z.enum(["policy-delphi", "consensus", "forecasting", "ranking", "open"]),
  rounds: z.int().min(1).max(10),
  minimumGroup: z.int().min(MINIMUM_GROUP_FLOOR).max(50).default(MINIMUM_GROUP_DEFAULT),
  rules: z.partialRecord(z.enum(ITEM_KINDS), KindRules),
  /**
   * all-stable: stop after a round in which every item asked is stable; hybrid: stable or agreed, from the second
   * round on. Both at the latest after `rounds`.
   */
  stopping: z.enum(["fixed", "all-stable", "hybrid"]),
  feedback: z.strictObject({ reasons: z.boolean(), distribution: z.boolean(), strata: z.boolean() }),
  /**
   * Every expert's estimate of a number or a date is shown to the panel and published, without a name and without
   * their other answers; left out: medians and quartiles alone.
   */
  showsIntervals: z.boolean().optional(),
  /**
   * sealed: personal links can be sent again, since their tokens are kept under PANEL_KEY. strict: Tholos forgets a
   * link when it has mailed it, so nobody can ever join names to answers, and a lost link opens an empty seat.
   */
  anonymity: z.enum(["sealed", "strict"]),
  /** Days after the end of the study until its roll and links are deleted; 30 where it says nothing. */
  severAfterDays: z.int().min(7).max(365).optional(),
  closing: z.enum(["by-hand", "on-schedule"]),
  /** A round also closes in the night in which the last of those expected is marked as finished. */
  closesWhenAllFinished: z.boolean().optional(),
  /** Round n + 1 goes to everybody on the roll, also to those who missed round n. */
  nextRound: z.literal("everyone"),
  betweenRounds: BetweenRounds.optional(),
  /** How published positions are shown to experts; left out: by name, and counted beside an option. */
  positions: PositionDisplay.optional(),
  /** Sections and orders; left out: the items stand by kind, as they were put. */
  questionnaire: QuestionnairePlan.optional(),
  /** What experts are asked about themselves; left out: nothing. */
  aboutExperts: AboutExperts.optional(),
  strata: z.array(Stratum).max(20),
  /** Publishing before the last round is foreseen; otherwise it is logged as a deviation. */
  earlyPublication: z.boolean(),
});
export type Protocol = z.infer<typeof Protocol>;

/** A change to a locked protocol: numbered, with its reason, shown to panel and readers. */
export const Deviation = z.strictObject({
  number: z.int().min(1),
  what: z.string().min(1).max(500),
  reason: z.string().min(1).max(2000),
  round: z.int().min(0),
  date: z.iso.date(),
});
export type Deviation = z.infer<typeof Deviation>;

/** Whether Tholos forgets this study's links. Those of simulated experts are always kept: they are nobody's. */
export const isStrict = (study: {
  readonly simulated: boolean;
  readonly protocol: Pick<Protocol, "anonymity">;
}): boolean => study.protocol.anonymity === "strict" && !study.simulated;
