import { type Answer, placeOf } from "@/delphi/answer";
import type { Figure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { RATIONALE } from "@/delphi/rationale";
import type { Refusal, Result } from "@/delphi/result";
import { sideOf } from "@/delphi/side";
import {
  type Random,
  type SimulatedExpert,
  type SimulationSettings,
  simulateFirst,
  simulateNext,
  type Tendency,
} from "@/delphi/simulation";
import { system, visitor } from "../actor";
import { giveConsent } from "../commands/give-consent";
import { redeemLink } from "../commands/redeem-link";
import { submitAnswers } from "../commands/submit-answers";
import { simulatedLinks } from "../queries/simulated-links";

/** A simulated expert with a personal link, and what they answered last, by place. */
export type Player = {
  readonly address: string;
  readonly token: string;
  readonly newcomer: boolean;
  readonly expert: SimulatedExpert;
  readonly answers: Map<string, number | null>;
  /** The wording that each item had when they last answered it. */
  readonly wordings: Map<string, number>;
};

export type Texts = {
  readonly reasons: Readonly<Record<string, Partial<Record<"lower" | "higher", readonly string[]>>>>;
  readonly open: Readonly<Record<string, readonly string[]>>;
};

/** The links of a simulated study in the hands of simulated experts; refused for any other study. */
export async function seatPlayers(
  study: string,
  expertOf: (person: { address: string; stratum: string | null }, at: number) => SimulatedExpert,
): Promise<readonly Player[]> {
  const links = await simulatedLinks(system, { study });
  return links.map((link, at) => ({
    ...link,
    expert: expertOf(link, at),
    answers: new Map(),
    wordings: new Map(),
  }));
}

/**
 * Every player answers the open round through the same commands as a person. What is new to them, or means something
 * else since they answered, they answer afresh.
 */
export async function answerRound(
  players: readonly Player[],
  round: number,
  asked: readonly Item[],
  figures: readonly Figure[],
  game: { tendencies: readonly Tendency[]; settings: SimulationSettings; random: Random; texts?: Texts },
): Promise<void> {
  const medians = new Map(
    figures.flatMap((figure) =>
      figure.withheld === null && figure.stratum === null && figure.median !== null
        ? [[`${figure.item}/${figure.part}`, figure.median] as const]
        : [],
    ),
  );
  const left = copyOf(game.texts);
  for (const player of players) {
    const known = asked.filter((item) => player.wordings.get(item.id) === (item.wording ?? 1));
    const fresh = asked.filter((item) => !known.includes(item));
    const rated = [
      ...simulateNext(known, player.answers, medians, game.settings, game.random),
      ...simulateFirst(fresh, player.expert, game.tendencies, game.settings, game.random),
    ];
    const answers = [...rated, ...textsFor(asked, rated, left)];
    await submitAs(player, round, answers);
    for (const answer of rated) player.answers.set(placeOf(answer), answer.value as number | null);
    for (const item of asked) player.wordings.set(item.id, item.wording ?? 1);
  }
}

async function submitAs(player: Player, round: number, answers: readonly Answer[]): Promise<void> {
  const seat = must(await redeemLink(visitor, { token: player.token }));
  const actor = { kind: "seat", ...seat } as const;
  must(await giveConsent(actor, {}));
  must(await submitAnswers(actor, { round, answers: [...answers] }));
}

/** A refusal in a simulation is a bug in the simulation. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { refusal, detail, problems } = result as Refusal;
  throw new Error(`The simulation was refused: ${refusal} ${JSON.stringify({ detail, problems })}`);
}

type Left = { reasons: Map<string, string[]>; open: Map<string, string[]> };

function copyOf(texts: Texts | undefined): Left {
  const reasons = Object.entries(texts?.reasons ?? {}).flatMap(([item, sides]) =>
    Object.entries(sides).map(([side, list]): [string, string[]] => [`${item}/${side}`, [...list]]),
  );
  const open = Object.entries(texts?.open ?? {}).map(([item, list]): [string, string[]] => [item, [...list]]);
  return { reasons: new Map(reasons), open: new Map(open) };
}

/** One reason and one open answer a person at the most, so that the texts come from many. */
function textsFor(asked: readonly Item[], rated: readonly Answer[], left: Left): readonly Answer[] {
  const values = new Map(rated.map((answer) => [placeOf(answer), answer.value as number | null]));
  const open = firstText(asked, (item) => left.open.get(item.id));
  const reason = firstText(asked, (item) => {
    const side = sideOf(item, (place) => values.get(place));
    return left.reasons.get(`${item.id}/${side}`);
  });
  return [
    ...(open
      ? [{ item: open.item.id, part: open.item.parts[0]!.id, value: open.text, abstained: false }]
      : []),
    ...(reason ? [{ item: reason.item.id, part: RATIONALE, value: reason.text, abstained: false }] : []),
  ];
}

/** Takes the next text that is left for one of the items. */
function firstText(asked: readonly Item[], textsOf: (item: Item) => string[] | undefined) {
  for (const item of asked) {
    const text = textsOf(item)?.shift();
    if (text) return { item, text };
  }
  return null;
}
