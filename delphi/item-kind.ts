/** The kinds of items, in the order in which a questionnaire asks them. A new one begins here. */
export const ITEM_KINDS = [
  "stance",
  "option",
  "choice",
  "ranking",
  "allocation",
  "scenario",
  "estimate",
  "open",
  "confidence",
  "about",
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const kindNamed = (name: unknown): ItemKind | undefined => ITEM_KINDS.find((kind) => kind === name);

type Described = {
  /** Its parts are one answer: all of them are given, or none is. */
  readonly asOne: boolean;
  /** Its parts are options, one of which may stand before the others. */
  readonly options: boolean;
  /** Asked of experts about themselves in every round; a round of nothing else asks nothing. */
  readonly aside: boolean;
  /** Open questions and what experts say of themselves describe, they are not decided: they carry no verdict and take no reason. */
  readonly decided: boolean;
  /** An item counts as agreed where every part of it is, or where any is. */
  readonly agreed: "every" | "any";
  /**
   * Seconds to read and answer an item in a first round, and for each of its options. Timed on ourselves and rounded;
   * with the seeded study they give the 12 to 14 minutes that its invitation promises.
   */
  readonly seconds: number;
  readonly secondsForEach: number;
};

const rated: Described = {
  asOne: false,
  options: false,
  aside: false,
  decided: true,
  agreed: "every",
  seconds: 24,
  secondsForEach: 0,
};

const withOptions: Described = { ...rated, asOne: true, options: true };

/** What is known of an item by its kind alone. */
export const KINDS: Readonly<Record<ItemKind, Described>> = {
  stance: { ...rated, seconds: 50 },
  option: rated,
  choice: { ...withOptions, agreed: "any", seconds: 40 },
  ranking: { ...withOptions, seconds: 20, secondsForEach: 8 },
  allocation: { ...withOptions, seconds: 20, secondsForEach: 8 },
  scenario: { ...rated, seconds: 40 },
  estimate: { ...rated, asOne: true, seconds: 75 },
  open: { ...rated, decided: false, seconds: 50 },
  confidence: { ...rated, aside: true, decided: false, seconds: 15 },
  about: { ...rated, aside: true, decided: false, seconds: 25 },
};

/** Kinds that a facilitator writes; what experts are asked about themselves follows from the protocol. */
export const WRITTEN_KINDS: readonly ItemKind[] = ITEM_KINDS.filter((kind) => kind !== "about");
