import { canonical } from "../canonical";
import { editionWith, Part, parseEdition, type StoredEdition, textEntries } from "../edition-text";
import { importedIn } from "../imported";
import { Item } from "../item";
import { Protocol } from "../protocol";
import { checkConclusions } from "./conclusions";
import { checkConfidence } from "./confidence";
import { checkCopies } from "./copies";
import { DIGEST_LIST, readDigestList } from "./digest-list";
import { checkFigures } from "./figures";
import { checkParticipation } from "./participation";
import { checkReceipts } from "./receipts";
import { type Check, checked, type Report } from "./report";
import { checkSmallGroups } from "./small-groups";
import { checkSteadiness } from "./steadiness";
import type { BundleFiles } from "./zip";

/** A bundle, the SHA-256 of each of its files, and what is known about it from elsewhere. */
export type Bundle = {
  readonly files: BundleFiles;
  readonly digests: ReadonlyMap<string, string>;
  /** The digest that this edition was published with, where it is known. */
  readonly published?: string | null;
  /** The digest of the edition before, where it is known. */
  readonly previous?: string | null;
};

/** Checks all that can be checked about a bundle. What can't be read is a failure of its own, never an exception. */
export function verifyBundle(bundle: Bundle): Report {
  const digest = bundle.digests.get("edition.json") ?? null;
  const text = textOf(bundle, "edition.json");
  const stored = text === null ? "edition.json is missing." : readStored(text);
  const checks: Check[] = [checkDigests(bundle)];
  const nothing = { study: null, edition: null, digest, notRecomputable: [], removed: [] };
  if (typeof stored === "string" || text === null || digest === null) {
    checks.push(checked("edition", EDITION_SAYS, [String(stored)]));
    return { ...nothing, holds: false, checks };
  }
  checks.push(checkEdition(bundle, text, digest), checkParts(bundle, stored).check);
  const { parts } = checkParts(bundle, stored);
  checks.push(checkProtocol(bundle, stored), checkChain(bundle, stored));
  const about = { study: stored.study.slug, edition: stored.number, digest };
  const removed = [...parts.values()].flatMap((part) =>
    part.format === "tholos-tombstone/1"
      ? [{ digest: part.removes, on: part.removedOn, reason: part.reason }]
      : [],
  );
  if (textEntries(stored).some((entry) => !parts.has(entry.digest)))
    return { ...about, holds: false, checks, notRecomputable: [], removed };
  const edition = editionWith(stored, parts);
  const computed = [
    checkFigures(edition),
    checkSteadiness(edition),
    checkConfidence(edition),
    checkParticipation(edition),
  ];
  checks.push(
    ...computed.map(({ check }) => check),
    checkConclusions(edition),
    checkSmallGroups(edition),
    checkReceipts(edition, bundle.files),
    checkCopies(edition, digest, bundle.files),
  );
  const holds = checks.every((check) => check.state !== "fails");
  const notRecomputable = computed.flatMap((one) => one.notRecomputable);
  return { ...about, holds, checks, notRecomputable, removed };
}

const textOf = ({ files }: Bundle, name: string): string | null => {
  const bytes = files.get(name);
  if (bytes === undefined) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "";
  }
};

function readStored(text: string): StoredEdition | string {
  try {
    return parseEdition(text);
  } catch {
    return "edition.json is no edition that this version of Tholos knows.";
  }
}

const EDITION_SAYS = "edition.json is the canonical text of an edition";

function checkDigests(bundle: Bundle): Check {
  const says = `${bundle.files.size - 1} files have the digests that ${DIGEST_LIST} lists, and none is missing or left over.`;
  const listed = readDigestList(textOf(bundle, DIGEST_LIST) ?? " ");
  if (!listed) return checked("digests", says, [`${DIGEST_LIST} is missing or malformed.`]);
  const faults = [...listed].flatMap(([name, digest]) => {
    const found = bundle.digests.get(name);
    if (found === undefined) return [`${name} is listed and missing.`];
    return found === digest ? [] : [`${name} was changed: its digest is ${found}, not ${digest}.`];
  });
  const left = [...bundle.files.keys()].filter((name) => name !== DIGEST_LIST && !listed.has(name));
  return checked("digests", says, [...faults, ...left.map((name) => `${name} is not listed.`)]);
}

function checkEdition({ published }: Bundle, text: string, digest: string): Check {
  const faults =
    canonical(JSON.parse(text)) === text ? [] : ["edition.json is not in its canonical spelling."];
  if (published != null && published !== digest)
    faults.push(`edition.json was changed: it was published as ${published}, this one is ${digest}.`);
  const known = published == null ? "" : ", with the digest that it was published with";
  return checked("edition", `${EDITION_SAYS}${known}.`, faults);
}

function checkParts(
  bundle: Bundle,
  stored: StoredEdition,
): { check: Check; parts: ReadonlyMap<string, Part> } {
  const parts = new Map<string, Part>();
  const faults: string[] = [];
  const expected = new Set(textEntries(stored).map((entry) => entry.digest));
  for (const digest of expected) {
    const name = `parts/${digest}.json`;
    const part = readPart(textOf(bundle, name));
    if (!part) faults.push(`${name} is missing or can't be read.`);
    else if (part.format === "tholos-text/1" && bundle.digests.get(name) !== digest)
      faults.push(`${name} was changed: it is not the text that the edition holds.`);
    else if (part.format === "tholos-tombstone/1" && part.removes !== digest)
      faults.push(`${name} is the note about another text.`);
    else parts.set(digest, part);
  }
  for (const name of bundle.files.keys()) {
    const digest = /^parts\/(.*)\.json$/.exec(name)?.[1];
    if (digest !== undefined && !expected.has(digest)) faults.push(`${name} is no part of this edition.`);
  }
  const gone = [...parts.values()].filter((part) => part.format === "tholos-tombstone/1").length;
  const removed = gone === 0 ? "" : ` ${gone} ${gone === 1 ? "was" : "were"} removed, digest known.`;
  return {
    check: checked("parts", `${expected.size} texts are those that the edition holds.${removed}`, faults),
    parts,
  };
}

function readPart(text: string | null): Part | null {
  try {
    return text === null ? null : Part.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What was asked may change after the lock, but not without a numbered deviation. */
function checkProtocol(bundle: Bundle, stored: StoredEdition): Check {
  const faults: string[] = [];
  if (bundle.digests.get("protocol.json") !== stored.protocolDigest)
    faults.push("protocol.json is not the text whose digest the edition prints.");
  try {
    const locked = JSON.parse(textOf(bundle, "protocol.json") ?? "");
    if (canonical(Protocol.parse(locked.protocol)) !== canonical(stored.protocol))
      faults.push("The edition's protocol is not the locked one.");
    const items = canonical(Item.array().parse(locked.items));
    if (items !== canonical(stored.items) && stored.deviations.length === 0)
      faults.push("The questions differ from the locked ones, and no deviation says so.");
  } catch {
    faults.push("protocol.json can't be read.");
  }
  if (stored.deviations.some(({ number }, at) => number !== at + 1))
    faults.push("The deviations are not numbered 1, 2, 3 ….");
  const count = stored.deviations.length;
  const since = count === 0 ? "none since" : `${count} numbered ${count === 1 ? "change" : "changes"} since`;
  const locked = whenLocked(stored);
  return checked("protocol", `The protocol is the one that was locked ${locked}, ${since}.`, faults);
}

function whenLocked({ rounds }: StoredEdition): string {
  const imported = importedIn(rounds);
  if (!imported) return "before the first answer";
  const those = imported.last === 1 ? "round 1 was" : `rounds 1 to ${imported.last} were`;
  return `when ${those} imported on ${imported.on}; its rules are said to have been set ${imported.rules === "before" ? "before" : "after"} those answers`;
}

function checkChain({ previous }: Bundle, { number, previous: named }: StoredEdition): Check {
  if (number === 1)
    return checked(
      "chain",
      "It is the first edition.",
      named === null ? [] : ["The first edition names one before it."],
    );
  if (named === null)
    return checked("chain", "It names the edition before.", ["It names no edition before."]);
  const says = `It follows edition ${number - 1}, whose digest is ${named}.`;
  if (previous == null) return { name: "chain", says, state: "not-checked", faults: [] };
  const faults =
    previous === named ? [] : [`The edition before has the digest ${previous}, this one names ${named}.`];
  return checked("chain", says, faults);
}
