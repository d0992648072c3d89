import type { Figure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { repeatable } from "@/delphi/repeatable";
import type { StudyDesign } from "@/delphi/study";
import { system } from "../actor";
import { closeRound } from "../commands/close-round";
import { createStudy } from "../commands/create-study";
import { discardRehearsal } from "../commands/discard-rehearsal";
import { importPanel } from "../commands/import-panel";
import { moderateText } from "../commands/moderate-text";
import { openRound } from "../commands/open-round";
import { publish } from "../commands/publish";
import { reserveNewcomerSeat } from "../commands/reserve-newcomer-seat";
import { askedItems, snapshotOf } from "../queries/asked-items";
import { moderation } from "../queries/moderation";
import { roundsOpened } from "../queries/rounds-opened";
import { belarusDesign, REHEARSAL_STRATA } from "./belarus";
import { answerRound, must, type Player, seatPlayers } from "./simulated-panel";
import { SIMULATED_OPEN_ANSWERS, SIMULATED_REASONS } from "./simulated-texts";
import { REHEARSAL_SLUG } from "./slugs";
import { PANEL, TENDENCIES } from "./tendencies";

/** A fixed start, so that everybody's rehearsal tells the same story. */
const START = 20260129;

const SETTINGS = { spread: 0.12, convergence: 0.22, abstaining: 0.02 };

/** The seat that a newcomer to the demo takes: the last of the policy stratum. */
const NEWCOMER = "expert-24@example.org";

/**
 * The rehearsal of the first study: a simulated panel of 24 has closed rounds 1 and 2, the first edition is
 * published, and round 3 is open with everybody's answers but the newcomer's.
 */
async function makeRehearsal(): Promise<void> {
  const study = REHEARSAL_SLUG;
  must(await createStudy(system, { design: rehearsalDesign(), simulated: true }));
  must(await importPanel(system, { study, text: panelFile() }));
  must(await reserveNewcomerSeat(system, { study, address: NEWCOMER }));
  const leans = experts().map((expert) => expert.lean);
  const players = await seatPlayers(study, ({ address }) => ({ lean: leans[numberIn(address) - 1] ?? 0.5 }));

  const random = repeatable(START);
  await playRound(study, 1, players, [], random);
  await playRound(study, 2, players, await figuresOf(study, 1), random);
  const reason = "A rehearsal shows its results early, so that newcomers can see what readers will see.";
  must(await publish(system, { study, reason }));
  must(await openRound(system, { study }));
  await answer(
    study,
    3,
    players.filter((player) => !player.newcomer),
    await figuresOf(study, 2),
    random,
  );
}

/** Discards the rehearsal, if there is one, and makes it anew. */
export async function resetRehearsal(): Promise<void> {
  if ((await roundsOpened(system, { study: REHEARSAL_SLUG })) !== null)
    must(await discardRehearsal(system, { study: REHEARSAL_SLUG }));
  await makeRehearsal();
}

function rehearsalDesign(): StudyDesign {
  const design = belarusDesign(REHEARSAL_SLUG, REHEARSAL_STRATA);
  return { ...design, content: { ...design.content, title: `${design.content.title} (rehearsal)` } };
}

const experts = () =>
  REHEARSAL_STRATA.flatMap((stratum) =>
    PANEL[stratum.id]!.map((expert) => ({ ...expert, stratum: stratum.id })),
  );

const numberIn = (address: string): number => Number(/\d+/.exec(address)?.[0] ?? 0);

function panelFile(): string {
  const rows = experts().map(({ stratum }, at) => {
    const number = String(at + 1).padStart(2, "0");
    return `Simulated expert ${number},expert-${number}@example.org,${stratum}`;
  });
  return ["name,e-mail,stratum", ...rows].join("\n");
}

async function playRound(
  study: string,
  round: number,
  players: readonly Player[],
  figures: readonly Figure[],
  random: () => number,
): Promise<void> {
  must(await openRound(system, { study }));
  await answer(study, round, players, figures, random);
  must(await closeRound(system, { study }));
  for (const { texts } of await moderation(system, { study, round }))
    for (const text of texts) must(await moderateText(system, { study, text: text.id, state: "released" }));
}

async function answer(
  study: string,
  round: number,
  players: readonly Player[],
  figures: readonly Figure[],
  random: () => number,
): Promise<void> {
  const asked: readonly Item[] = await askedItems(system, { study, round });
  const texts = round === 1 ? { reasons: SIMULATED_REASONS, open: SIMULATED_OPEN_ANSWERS } : undefined;
  await answerRound(players, round, asked, figures, {
    tendencies: TENDENCIES,
    settings: SETTINGS,
    random,
    texts,
  });
}

const figuresOf = async (study: string, round: number): Promise<readonly Figure[]> =>
  (await snapshotOf(system, { study, round })).figures;
