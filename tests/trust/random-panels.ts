import type { AddedLater } from "@/delphi/added-later";
import type { RoundAnswers } from "@/delphi/analysis";
import type { Item } from "@/delphi/item";
import { netChangeBelow } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { scaleValues } from "@/delphi/scale";
import { anOption, aProtocol, aScenario } from "@/tests/delphi/a-round";

/** A panel with its answers in two or three rounds, and how many joined a round too late to count. */
export type Panel = {
  readonly protocol: Protocol;
  readonly item: Item;
  readonly rounds: readonly RoundAnswers[];
  readonly added: AddedLater;
  /** The seats of those who joined each round late: known to this test alone. */
  readonly late: ReadonlyMap<number, ReadonlySet<string>>;
};

type Random = () => number;

/** Mulberry32: the same panels at every run. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 3 to 40 experts in up to four groups; some abstain, leave, come back or join; some are added late. */
export function randomPanel(random: Random): Panel {
  const below = (limit: number) => Math.floor(random() * limit);
  const item = random() < 0.85 ? anOption("visas") : aScenario("thaw");
  const strata = ["a", "b", "c", "d"].slice(0, below(5));
  const experts = Array.from({ length: 3 + below(38) }, (_, at) => ({
    seat: `seat-${at}`,
    stratum: strata.length === 0 || random() < 0.1 ? null : strata[below(below(strata.length) + 1)]!,
  }));
  const [absent, silent] = [random() ** 3 * 0.5, random() ** 3 * 0.4];
  const numbers = Array.from({ length: 2 + below(2) }, (_, at) => at + 1);
  const late = new Map<number, Set<string>>();
  const steadiness = random();
  const last = new Map<string, ReadonlyMap<string, number | null>>();
  const rounds = numbers.map((round): RoundAnswers => {
    const seats = experts
      .filter(() => random() >= absent)
      .map(({ seat, stratum }) => {
        const kept = random() < steadiness ? last.get(seat) : undefined;
        const values = kept ?? answersOf(item, random, silent);
        last.set(seat, values);
        return { seat, stratum, values };
      });
    if (random() < 0.25 && round === 1)
      late.set(round, new Set(seats.slice(0, below(5)).map(({ seat }) => seat)));
    return { round, items: [item], seats };
  });
  return { protocol: protocolFor(random, strata), item, rounds, added: countedBy(late, experts), late };
}

/** The rules of agreement say nothing about who is told of, and take most of the time. */
function protocolFor(random: Random, strata: readonly string[]): Protocol {
  const usual = aProtocol(strata);
  const rules = { consensus: null, stability: netChangeBelow(15) };
  return {
    ...usual,
    minimumGroup: random() < 0.7 ? 5 : 3,
    rules: { ...usual.rules, option: rules },
  };
}

function answersOf(item: Item, random: Random, silent: number): ReadonlyMap<string, number | null> {
  const part = item.parts[0]!;
  if (random() < silent) return new Map(random() < 0.5 ? [] : [[`${item.id}/${part.id}`, null]]);
  const values = scaleValues(part.scale);
  return new Map([[`${item.id}/${part.id}`, values[Math.floor(random() * values.length)]!]]);
}

function countedBy(
  late: ReadonlyMap<number, ReadonlySet<string>>,
  experts: readonly { readonly seat: string; readonly stratum: string | null }[],
): AddedLater {
  return new Map(
    [...late].map(([round, seats]) => {
      const strata = new Map<string | null, number>();
      for (const { seat, stratum } of experts)
        if (seats.has(seat)) strata.set(stratum, (strata.get(stratum) ?? 0) + 1);
      return [round, strata];
    }),
  );
}
