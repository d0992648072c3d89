import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { createStudy } from "@/db/commands/create-study";
import { giveConsent } from "@/db/commands/give-consent";
import { importPanel } from "@/db/commands/import-panel";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { redeemLink } from "@/db/commands/redeem-link";
import { submitAnswers } from "@/db/commands/submit-answers";
import { simulatedLinks } from "@/db/queries/simulated-links";
import { belarusDesign } from "@/db/seed/belarus";
import { must } from "@/db/seed/simulated-panel";
import type { Answer } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { repeatable } from "@/delphi/repeatable";
import { drawTendencies, simulateFirst } from "@/delphi/simulation";
import { load } from "./bench-load";

/** An expert with a seat, who has agreed to take part, and what they are going to answer. */
export interface BenchExpert {
  readonly token: string;
  readonly studyId: string;
  /** Hexadecimal. */
  readonly seat: string;
  readonly answers: readonly Answer[];
}

const SETTINGS = { spread: 0.15, convergence: 0.3, abstaining: 0.02 };

/** The seeded study's questionnaire with its first round open, and a simulated panel of this size seated. */
export async function openStudy(slug: string, experts: number): Promise<readonly BenchExpert[]> {
  const design = belarusDesign(slug, []);
  must(
    await createStudy(system, {
      design,
      simulated: true,
    }),
  );
  for (let from = 0; from < experts; from += 5000)
    must(await importPanel(system, { study: slug, text: addresses(from, Math.min(experts, from + 5000)) }));
  must(await openRound(system, { study: slug }));
  return seated(slug, design.items);
}

/** A study of one round that this many experts have answered, closed and published, by the ordinary commands. */
export async function publishedStudy(slug: string, experts: number): Promise<{ readonly closing: number }> {
  const panel = await openStudy(slug, experts);
  await load(8, panel, async ({ token, answers }) => {
    const seat = must(await redeemLink(visitor, { token }));
    must(await submitAnswers({ kind: "seat", ...seat }, { round: 1, answers: [...answers] }));
  });
  const begun = performance.now();
  must(await closeRound(system, { study: slug }));
  const closing = performance.now() - begun;
  must(await publish(system, { study: slug, reason: "A benchmark." }));
  return { closing };
}

const addresses = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `expert-${from + at}@example.org`).join("\n");

async function seated(slug: string, items: readonly Item[]): Promise<readonly BenchExpert[]> {
  const random = repeatable(1);
  const tendencies = drawTendencies(items, random);
  const links = await simulatedLinks(system, { study: slug });
  const panel: BenchExpert[] = [];
  await load(8, links, async ({ token }) => {
    const seat = must(await redeemLink(visitor, { token }));
    must(await giveConsent({ kind: "seat", ...seat }, {}));
    const answers = simulateFirst(items, { lean: random() }, tendencies, SETTINGS, random);
    panel.push({ token, studyId: seat.studyId, seat: seat.seatId.toString("hex"), answers });
  });
  return panel;
}
