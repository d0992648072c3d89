import { createHash } from "node:crypto";
import { nobodyAdded } from "@/delphi/added-later";
import type { RoundAnswers, SeatAnswers } from "@/delphi/analysis";
import { auditAttrition } from "@/delphi/attrition";
import { canonical } from "@/delphi/canonical";
import { proposeCarryForward, shouldStop } from "@/delphi/carry-forward";
import { figuresToShow } from "@/delphi/disclosure";
import { EditionText, editionWith, type Part, parseEdition } from "@/delphi/edition-text";
import type { Figure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import type { Protocol } from "@/delphi/protocol";
import { releasedSets } from "@/delphi/released-sets";
import { resultsTable } from "@/delphi/results-table";
import { bundleFiles, withDigestList } from "@/delphi/verification/bundle-files";
import type { Report } from "@/delphi/verification/report";
import { verifyBundle } from "@/delphi/verification/verify";
import type { BundleFiles } from "@/delphi/verification/zip";

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** What a study came to: its rounds, and who answered what in each. */
export type Played = {
  readonly protocol: Protocol;
  readonly items: readonly Item[];
  readonly rounds: readonly (readonly SeatAnswers[])[];
  readonly texts?: readonly string[];
};

/** The bundle of a study that was played, made by the functions that close, publish and pack. */
export function aBundle({ protocol, items, rounds, texts = [] }: Played): BundleFiles {
  const locked = canonical({ protocol, items });
  const parts = new Map(
    texts.map((text, at) => {
      const body = canonical({ format: "tholos-text/1", nonce: sha256(`nonce ${at}`), text });
      return [sha256(body), body] as const;
    }),
  );
  const answered = rounds.map((seats, at): RoundAnswers => ({ round: at + 1, items: [...items], seats }));
  const edition = canonical(
    EditionText.parse({
      format: "tholos-edition/2",
      study: {
        slug: "played",
        simulated: false,
        title: "A study that was played",
        question: "Should it be done?",
        background: "",
        perspective: "",
        organiser: "",
        contact: "",
      },
      number: 1,
      publishedOn: "2027-05-03",
      previous: null,
      protocol,
      protocolDigest: sha256(locked),
      items,
      positions: [],
      sources: [],
      rounds: heldRounds(protocol, items, answered).map((round) => ({
        ...round,
        texts: round.round > 1 ? [] : [...parts.keys()].sort().map((digest) => entry(items[0]!.id, digest)),
      })),
      deviations: [],
      receipts: rounds.map((seats, at) => ({
        round: at + 1,
        counted: seats.map(({ seat }) => sha256(`${seat} ${at}`)).sort(),
      })),
      correction: null,
    }),
  );
  return packed(edition, parts, locked);
}

const entry = (item: string, digest: string) => ({
  round: 1,
  item,
  part: "rationale",
  side: null,
  edited: false,
  digest,
});

function heldRounds(protocol: Protocol, items: readonly Item[], answered: readonly RoundAnswers[]) {
  const shownBefore: Figure[] = [];
  return answered.map((current, at) => {
    const figures = figuresToShow(protocol, current, answered.slice(0, at), shownBefore, nobodyAdded);
    shownBefore.push(...figures);
    const asked = items.map(({ id }) => id);
    const before = answered[at - 1];
    const released = releasedSets(answered.slice(0, at + 1), shownBefore);
    const heldBack = { k: protocol.minimumGroup, released, added: nobodyAdded };
    return {
      round: current.round,
      asked,
      invited: current.seats.length + 2,
      submitted: current.seats.length,
      addedLater: 0,
      figures: [...figures],
      carryForward: [...proposeCarryForward(protocol, items, asked, figures)],
      stop: shouldStop(protocol, current.round, items, asked, figures),
      ...(before && { attrition: auditAttrition(protocol, before, current, heldBack) }),
      openedOn: "2027-04-01",
      closedOn: "2027-04-20",
    };
  });
}

/** Packs an edition's text, whatever it says, with everything that follows from it. */
export function packed(edition: string, parts: ReadonlyMap<string, string>, protocol: string): BundleFiles {
  const read = new Map([...parts].map(([digest, body]) => [digest, JSON.parse(body) as Part]));
  const whole = editionWith(parseEdition(edition), read);
  const columns = resultsTable(whole).columns.map((column) => ({ column, description: "Words." }));
  return withDigestList(bundleFiles(whole, sha256(edition), { edition, parts, protocol }, columns), sha256);
}

export const textOf = (files: BundleFiles, name: string): string => new TextDecoder().decode(files.get(name));

export const verified = (files: BundleFiles, known: { published?: string; previous?: string } = {}): Report =>
  verifyBundle({
    files,
    digests: new Map([...files].map(([name, bytes]) => [name, sha256(bytes)])),
    ...known,
  });

/** What can't be computed again of the answers; the roll never can. */
export const unproven = ({ notRecomputable }: Report): Report["notRecomputable"] =>
  notRecomputable.filter(({ reason }) => !reason.startsWith("the roll"));

/** Every fault that was found, for a message that says what went wrong. */
export const faultsOf = (report: Report): readonly string[] => report.checks.flatMap(({ faults }) => faults);
