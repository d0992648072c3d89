import { proposeCarryForward, shouldStop } from "../carry-forward";
import { evidenceOfCounts } from "../evidence";
import { figureOf } from "../figure";
import { type Item, ratedParts } from "../item";
import type { Edition, PublishedRound } from "../publication";
import { judge } from "../rule";
import { type Check, checked, same } from "./report";

/** What follows from the figures by the protocol: which items are asked again, and whether the study stops. */
export function checkConclusions(edition: Edition): Check {
  const faults = edition.rounds.flatMap((round) => roundFaults(edition, round));
  const numbers = edition.rounds.map(({ round }) => round);
  if (numbers.some((round, at) => round !== at + 1))
    faults.push(`Rounds ${numbers.join(", ")} are not 1, 2, 3 ….`);
  const says =
    "What was proposed for the next round, and whether to stop, follows from the figures and the protocol.";
  return checked("conclusions", says, faults);
}

function roundFaults({ protocol, items }: Edition, round: PublishedRound): string[] {
  const { asked, figures, carryForward, stop } = round;
  // Items that came later, or were gone by then, have no proposal.
  const inUse = items.filter((item) => carryForward.some((one) => one.item === item.id));
  const faults = inUse.length === carryForward.length ? [] : ["a proposal is about no item"];
  faults.push(...asked.filter((id) => !items.some((item) => item.id === id)).map((id) => `${id} is unknown`));
  const out = carryForward.filter((one) => one.because === "out-by-rule").map((one) => one.item);
  faults.push(
    ...inUse.filter((item) => out.includes(item.id)).flatMap((item) => wronglyOut(protocol, item, round)),
  );
  for (const proposal of proposeCarryForward(protocol, inUse, asked, figures, out)) {
    const published = carryForward.find((one) => one.item === proposal.item);
    if (!same(published, proposal))
      faults.push(
        `${proposal.item}: published is ${published?.proposal} (${published?.because}), the rules give ${proposal.proposal} (${proposal.because})`,
      );
  }
  const stops = shouldStop(protocol, round.round, inUse, asked, figures, out);
  if (stops !== stop) faults.push(`the protocol says ${stops ? "stop" : "go on"}, published is the contrary`);
  return faults.map((fault) => `Round ${round.round}: ${fault}.`);
}

/** An item is dropped by rule only where its published counts meet the rule on every part. */
function wronglyOut(protocol: Edition["protocol"], item: Item, { figures }: PublishedRound): string[] {
  const rule = protocol.rules[item.kind]?.retire;
  if (!rule) return [`${item.id} is dropped without a rule`];
  return ratedParts(item).flatMap((part) => {
    const figure = figureOf(figures, item.id, part.id);
    if (!figure || figure.withheld !== null || figure.counts === null) return [];
    return judge(rule, evidenceOfCounts(part.scale, figure.counts)).met === true
      ? []
      : [`${item.id} is dropped, but its ${part.id} does not meet the rule`];
  });
}
