import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { editStudy } from "@/db/commands/edit-study";
import { importPanel } from "@/db/commands/import-panel";
import { importRounds } from "@/db/commands/import-rounds";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { submitAnswers } from "@/db/commands/submit-answers";
import { undoImport } from "@/db/commands/undo-import";
import { textOfPanelFile } from "@/db/panel-bytes";
import { snapshotOf } from "@/db/queries/asked-items";
import { deskStudy } from "@/db/queries/desk-study";
import { editionTexts } from "@/db/queries/edition-texts";
import { moderation } from "@/db/queries/moderation";
import { questionnaire } from "@/db/queries/questionnaire";
import { roundsPreview } from "@/db/queries/rounds-preview";
import { parseEdition } from "@/delphi/edition-text";
import { outsideLines } from "../delphi/outside-study";
import { packed, verified } from "../trust/a-bundle";
import { dumpOf } from "../trust/dump";
import { anExpert, aStudy, rating, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const text = outsideLines().join("\n");
const ran = [
  { from: "2024-02-01", to: "2024-02-20" },
  { from: "2024-03-01", to: "2024-03-20" },
];
const declared = { ran, all: 3, rules: "afterwards" as const };

const blank = (slug: string, minimumGroup = 5) =>
  aStudy(slug, { items: [], experts: 0, open: false, protocol: { minimumGroup } });

/** A study whose first two rounds were run elsewhere. */
async function importedStudy(slug: string) {
  const study = await blank(slug);
  value(await importRounds(system, { study: slug, text, ...declared }));
  return study;
}

async function bundleOf(study: string, edition: number) {
  const texts = await editionTexts(visitor, { study, edition });
  return packed(texts.edition, texts.parts, texts.protocol);
}

const figureOf = async (study: string, round: number, item: string) => {
  const { figures } = await snapshotOf(system, { study, round });
  return figures.find((one) => one.item === item && one.stratum === null)!;
};

describe("rounds that were run elsewhere", () => {
  it("are looked at first: what would come of them, and nothing is stored", async () => {
    const { slug } = await blank("looked-at");
    const preview = await roundsPreview(system, { study: slug, text });
    expect(preview).toMatchObject({
      questions: "file",
      scale: "1-5",
      people: 16,
      made: [{ id: "bridge" }, { id: "ferry" }, { id: "tunnel" }],
      asked: ["Bridge", "Ferry", "Tunnel"],
      groups: ["River side", "Town side"],
      bad: [],
      problems: [],
      unfit: [],
      rounds: [
        { round: 1, items: 3, people: 16, invited: 16, answers: 48, texts: 16 },
        { round: 2, items: 3, people: 14, answers: 42, texts: 0 },
      ],
    });
    expect((await deskStudy(system, { study: slug })).items).toEqual([]);
  });

  it("become closed rounds with snapshots, verdicts and proposals, marked as imported, under a lock", async () => {
    const { slug } = await importedStudy("became-closed");
    const study = await deskStudy(system, { study: slug });
    expect(study).toMatchObject({
      phase: "between",
      protocol: { rounds: 3 },
      imported: { rules: "afterwards" },
    });
    expect(study.rounds.map(({ state, imported }) => [state, imported?.from])).toEqual([
      ["closed", "2024-02-01"],
      ["closed", "2024-03-01"],
    ]);
    expect(study.protocol.strata.map(({ title }) => title)).toEqual(["River side", "Town side"]);
    expect(await editStudy(system, { study: slug, version: study.version, items: [] })).toMatchObject({
      refusal: "locked",
    });
    const second = await snapshotOf(system, { study: slug, round: 2 });
    expect(second).toMatchObject({
      submitted: 14,
      invited: 14,
      imported: { on: expect.any(String), ...ran[1], rules: "afterwards" },
      // Joined by what the file calls them, which then was thrown away.
      attrition: { before: 16, left: 2, joined: 0 },
    });
    expect(second.carryForward.map(({ item }) => item)).toEqual(["bridge", "ferry", "tunnel"]);
    const bridge = await figureOf(slug, 2, "bridge");
    expect(bridge).toMatchObject({ withheld: null, n: 14, consensus: { met: expect.any(Boolean) } });
    // Two left, so those who answered both would single them out.
    expect(bridge).toMatchObject({ stability: { since: 1, base: "totals", pairs: null } });
  });

  it("leave no name of the file in the database, and seats that no link derives", async () => {
    const { id } = await importedStudy("no-names");
    const dump = await dumpOf(sql());
    expect(dump).toContain("Reason number 3");
    expect(dump).not.toContain("river.example");
    expect(dump).not.toContain("ada.byron");
    const seats = await sql()<{ bytes: number }[]>`
      select length(id) as bytes from seat where study_id = ${id}`;
    expect(seats.map(({ bytes }) => bytes)).toEqual(Array(16).fill(32));
    const [roll] = await sql()`select count(*)::int as people from invitation where study_id = ${id}`;
    expect(roll!.people).toBe(0);
  });

  it("show nothing about fewer than k, in the panel or in a group, and hold their reasons until released", async () => {
    const small = outsideLines({ experts: 9 }).join("\n");
    const { slug, id } = await blank("small-groups");
    value(await importRounds(system, { study: slug, text: small, ...declared }));
    const { figures } = await snapshotOf(system, { study: slug, round: 1 });
    // Six and three: the three are too few, and with the six shown they could be taken off the whole.
    const shown = figures.filter((one) => one.withheld === null).map(({ stratum }) => stratum);
    expect(new Set(shown)).toEqual(new Set([null]));
    const groups = await sql()`select distinct stratum from seat where study_id = ${id}`;
    expect([...groups]).toEqual([{ stratum: null }]);

    const few = outsideLines({ experts: 4, rounds: 1 }).join("\n");
    const tiny = await blank("too-few");
    value(await importRounds(system, { study: tiny.slug, text: few, ...declared, ran: ran.slice(0, 1) }));
    const all = (await snapshotOf(system, { study: tiny.slug, round: 1 })).figures;
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((one) => one.withheld === "fewer-than-k")).toBe(true);

    const waiting = await moderation(system, { study: slug, round: 1 });
    expect(waiting.flatMap(({ texts }) => texts.map(({ state }) => state))).toEqual(Array(9).fill("waiting"));
  });

  it("are refused as a whole, in sentences, where rounds, dates or rules can't be right", async () => {
    const { slug } = await blank("refused");
    const bring = (more: object) => importRounds(system, { study: slug, text, ...declared, ...more });
    expect(
      await bring({ text: text.replaceAll(",1,Bridge", ",3,Bridge").replaceAll(",1,", ",4,") }),
    ).toMatchObject({
      refusal: "rounds-do-not-fit",
      problems: [{ message: "The file has round 2, 3, 4. Rounds begin at 1 and leave none out." }],
    });
    expect(await bring({ text: "expert,round,item\na,1,x" })).toMatchObject({
      problems: [{ message: expect.stringContaining("part, value") }],
    });
    expect(await bring({ scale: "1-9" })).toMatchObject({
      problems: [{ message: expect.stringContaining("“Bridge” has 9 points") }],
    });
    expect(await bring({ ran: ran.slice(1) })).toMatchObject({ refusal: "rounds-out-of-time" });
    expect(await bring({ ran: [...ran].reverse() })).toMatchObject({
      problems: [{ path: "ran.1.from", message: "Round 2 begins before round 1 ended." }],
    });
    expect(await bring({ ran: [ran[0], { from: "2024-03-01", to: "2999-01-01" }] })).toMatchObject({
      problems: [{ message: "Round 2 ends in the future." }],
    });
    expect(await bring({ all: 1 })).toMatchObject({ refusal: "fewer-rounds-than-run" });
    value(await bring({}));
    expect(await bring({})).toMatchObject({ refusal: "not-in-draft" });
  });
});

describe("taking imported rounds back", () => {
  it("leaves the study as it was before, free to be edited and to take them again", async () => {
    const { slug, id } = await blank("taken-back");
    const before = await deskStudy(system, { study: slug });
    value(await importRounds(system, { study: slug, text, ...declared }));
    expect(value(await undoImport(system, { study: slug }))).toEqual({ rounds: 2 });
    const { version, ...after } = await deskStudy(system, { study: slug });
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    for (const table of ["seat", "submission", "answer", "answer_text", "round"]) {
      const [left] = await sql()`select count(*)::int as rows from ${sql()(table)} where study_id = ${id}`;
      expect([table, left!.rows]).toEqual([table, 0]);
    }
    value(await editStudy(system, { study: slug, version, announced: false, items: [] }));
    value(await importRounds(system, { study: slug, text, ...declared }));
  });

  it("keeps a group that somebody was invited to since", async () => {
    const { slug } = await importedStudy("group-kept");
    const people = "name,email,group\nBen,ben@group-kept.example,River side";
    value(await importPanel(system, { study: slug, text: people }));
    value(await undoImport(system, { study: slug }));
    const { protocol } = await deskStudy(system, { study: slug });
    expect(protocol.strata.map(({ title }) => title)).toEqual(["River side"]);
  });

  it("is refused once a round was opened or an edition published, and the database keeps the lock", async () => {
    const { slug, id } = await importedStudy("built-on");
    value(await publish(system, { study: slug, reason: "For the town." }));
    expect(await undoImport(system, { study: slug })).toMatchObject({
      refusal: "built-on",
      detail: { what: "edition" },
    });
    const unlock = sql()`update study set imported = null, locked_at = null, protocol_digest = null,
      protocol_text = null where id = ${id}`.execute();
    await expect(Promise.resolve(unlock)).rejects.toThrow("A locked protocol never changes.");

    const other = await continued("built-on-too");
    expect(await undoImport(system, { study: other.slug })).toMatchObject({ detail: { what: "round" } });
    const plain = await aStudy("nothing-brought");
    expect(await undoImport(system, { study: plain.slug })).toMatchObject({ refusal: "nothing-imported" });
    const late = sql()`update study set imported = '{}' where id = ${plain.id}`.execute();
    await expect(Promise.resolve(late)).rejects.toThrow("A locked protocol never changes.");
  });
});

/** The third round of an imported study, open, with a panel that was invited anew. */
async function continued(slug: string) {
  const study = await aStudy(slug, {
    items: [],
    experts: 10,
    strata: ["River side", "Town side"],
    open: false,
  });
  value(await importRounds(system, { study: slug, text, ...declared }));
  const { carryForward } = await snapshotOf(system, { study: slug, round: 2 });
  const items = carryForward.map(({ item }) => item);
  value(await openRound(system, { study: slug, items, reason: "All of it once more." }));
  return study;
}

describe("a round that is opened on imported ones", () => {
  it("asks by their proposals, is compared as a whole with them, and joins nobody to them", async () => {
    const study = await continued("goes-on");
    const shown = (await questionnaire(await anExpert(study, 0), {}))!;
    // What the panel said is shown, and nobody's own answer of then.
    expect(shown.feedback.map(({ item, round }) => [item, round])).toEqual([
      ["bridge", 2],
      ["ferry", 2],
      ["tunnel", 2],
    ]);
    expect(shown.earlier).toEqual([]);
    expect(shown.round.number).toBe(3);
    for (let at = 0; at < 7; at += 1) {
      const answers = ["bridge", "ferry", "tunnel"].map((item) => rating(item, "desirability", 4));
      value(await submitAnswers(await anExpert(study, at), { round: 3, answers }));
    }
    value(await closeRound(system, { study: study.slug }));
    const third = await snapshotOf(system, { study: study.slug, round: 3 });
    expect(third.imported).toBeUndefined();
    expect(third.attrition).toBeUndefined();
    expect(await figureOf(study.slug, 3, "bridge")).toMatchObject({
      stability: {
        since: 2,
        base: "totals",
        pairs: null,
        held: { pairs: "run-elsewhere", table: "run-elsewhere" },
      },
    });

    value(await publish(system, { study: study.slug }));
    const files = await bundleOf(study.slug, 1);
    const report = verified(files);
    expect(report.checks.filter(({ state }) => state === "fails")).toEqual([]);
    const says = (name: string) => report.checks.find((check) => check.name === name)!.says;
    expect(says("receipts")).toContain("7 receipts");
    expect(says("receipts")).toContain("Rounds 1, 2: no receipts: imported.");
    expect(says("protocol")).toContain("after those answers");
  });
});

describe("an edition of imported rounds alone", () => {
  it("is marked, lists no receipts, and every figure of it is found again from its bundle", async () => {
    const { slug, id } = await importedStudy("published-alone");
    value(await releaseTexts(system, { study: slug, round: 1, item: "bridge" }));
    value(await publish(system, { study: slug, reason: "The first two rounds are of use by themselves." }));
    const [row] = await sql()<{ canonical: string }[]>`select canonical from edition where study_id = ${id}`;
    const edition = parseEdition(row!.canonical);
    expect(edition.receipts).toEqual([]);
    expect(edition.rounds).toMatchObject([
      { openedOn: "2024-02-01", closedOn: "2024-02-20", imported: { rules: "afterwards" } },
      { openedOn: "2024-03-01", closedOn: "2024-03-20" },
    ]);
    expect(edition.rounds[0]!.texts).toHaveLength(16);
    const report = verified(await bundleOf(slug, 1));
    expect(report.checks.filter(({ state }) => state !== "holds")).toEqual([]);
    expect(report.checks.find(({ name }) => name === "figures")!.says).toMatch(/^\d\d+ figures/);
  });
});

describe("a file of 5,000 rows with 40 bad ones", () => {
  const items = Array.from({ length: 125 }, (_, at) => `Option ${at + 1}`);
  const lines = outsideLines({ experts: 40, items, rounds: 1 }).filter((line) => !line.includes("rationale"));
  const spoilt = lines.map((line, at) =>
    at % 125 === Math.floor(at / 125) + 7 ? line.replace(/\d$/, "seven") : line,
  );

  it("is brought in without them, and names each one, also from a workbook", async () => {
    expect(lines).toHaveLength(5001);
    const { slug } = await blank("a-crowd");
    const rows = spoilt.map((line) => line.split(","));
    const sheet = value(await textOfPanelFile(await writeXlsx({ sheets: [{ name: "Answers", rows }] })));
    const began = performance.now();
    const preview = await roundsPreview(system, { study: slug, text: sheet });
    expect(preview.bad).toHaveLength(40);
    expect(preview.bad[0]).toEqual({ line: 8, reason: "seven is not on the scale 1 to 5." });
    expect(preview.mend.split("\r\n")).toHaveLength(42);
    expect(await roundsPreview(system, { study: slug, text: spoilt.join("\n") })).toEqual(preview);
    const given = { ...declared, ran: ran.slice(0, 1) };
    expect(value(await importRounds(system, { study: slug, text: sheet, ...given }))).toEqual({
      rounds: 1,
      leftOut: 40,
    });
    expect(performance.now() - began).toBeLessThan(60_000);
    const { figures } = await snapshotOf(system, { study: slug, round: 1 });
    expect(figures.filter(({ stratum }) => stratum === null)).toHaveLength(125);
  });
});
