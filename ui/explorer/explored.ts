/** What the explorer knows: the released figures of an edition, and their names. It computes nothing. */
export type Explored = {
  /** What can be looked at together: one criterion of one kind of question. */
  readonly criteria: readonly Criterion[];
  readonly rounds: readonly { readonly round: number; readonly label: string }[];
  /** The whole panel first. */
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly figures: readonly ExploredFigure[];
};

export type Criterion = {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** From low to high; none for estimates. */
  readonly points: readonly { readonly value: number; readonly label: string }[];
  readonly items: readonly { readonly id: string; readonly number: number; readonly title: string }[];
};

type Place = {
  readonly of: string;
  readonly item: string;
  readonly round: number;
  readonly group: string;
};

export type ExploredFigure = Place &
  (
    | {
        readonly n: number;
        readonly median: number | null;
        readonly q1: number | null;
        readonly q3: number | null;
        readonly upper: number | null;
        readonly counts: readonly number[] | null;
      }
    | { readonly withheld: string }
  );

/** What is looked at. It stands in the page's address, so that a view can be sent to somebody. */
export type Choice = {
  readonly of: string;
  /** None means all. */
  readonly items: readonly string[];
  readonly rounds: readonly number[];
  readonly groups: readonly string[];
  readonly show: "median" | "upper";
};

/** At first the panel's latest round on the first criterion. */
export function readChoice(explored: Explored, address: URLSearchParams): Choice {
  const list = (name: string) => (address.get(name) ?? "").split(",").filter(Boolean);
  const criterion = explored.criteria.find(({ id }) => id === address.get("of")) ?? explored.criteria[0]!;
  const rounds = explored.rounds.map(({ round }) => round);
  const chosen = rounds.filter((round) => list("rounds").includes(String(round)));
  const groups = explored.groups.map(({ id }) => id).filter((id) => list("groups").includes(id));
  return {
    of: criterion.id,
    items: criterion.items.map(({ id }) => id).filter((id) => list("items").includes(id)),
    rounds: chosen.length > 0 ? chosen : rounds.slice(-2),
    groups: groups.length > 0 ? groups : [explored.groups[0]!.id],
    show: address.get("show") === "upper" && criterion.points.length > 0 ? "upper" : "median",
  };
}

export function writeChoice({ of, items, rounds, groups, show }: Choice): string {
  const address = new URLSearchParams({ of, rounds: rounds.join(","), groups: groups.join(",") });
  if (items.length > 0) address.set("items", items.join(","));
  if (show === "upper") address.set("show", show);
  return `?${address.toString().replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}

export type Series = {
  readonly key: string;
  readonly label: string;
  readonly fill: string;
  readonly round: number;
  readonly group: string;
};

/** One series for each chosen group and round, in the colours of rounds, or of groups where there are several. */
export function seriesOf(
  explored: Explored,
  choice: Choice,
  colour: (at: number, of: number) => string,
): readonly Series[] {
  const several = choice.groups.length > 1;
  return explored.groups
    .filter(({ id }) => choice.groups.includes(id))
    .flatMap((group) =>
      explored.rounds
        .filter(({ round }) => choice.rounds.includes(round))
        .map(({ round, label }, at) => {
          const place = explored.groups.findIndex(({ id }) => id === group.id);
          return {
            key: `${group.id} ${round}`,
            label: several ? `${group.label}, ${label}` : label,
            round,
            group: group.id,
            fill: several
              ? mixed(
                  place === 0 ? "var(--ink)" : `var(--stratum-${((place - 1) % 6) + 1})`,
                  at,
                  choice.rounds.length,
                )
              : colour(at, choice.rounds.length),
          };
        }),
    );
}

/** Earlier rounds of a group are paler. */
const mixed = (colour: string, at: number, of: number): string =>
  at === of - 1 ? colour : `color-mix(in srgb, ${colour} ${Math.round(40 + (40 * at) / of)}%, var(--paper))`;

export const figureAt = (
  explored: Explored,
  of: string,
  item: string,
  series: Series,
): ExploredFigure | undefined =>
  explored.figures.find(
    (one) => one.of === of && one.item === item && one.round === series.round && one.group === series.group,
  );
