import { afterAll, describe, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { concludeStudy } from "@/db/commands/conclude-study";
import { moderateText } from "@/db/commands/moderate-text";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { submitAnswers } from "@/db/commands/submit-answers";
import { takeDownText } from "@/db/commands/take-down-text";
import { editionTexts } from "@/db/queries/edition-texts";
import { readersProtocol } from "@/db/queries/locked-protocol";
import { results } from "@/db/queries/results";
import { canonical } from "@/delphi/canonical";
import { withoutSmallCorrections } from "@/delphi/correction";
import { parseEdition } from "@/delphi/edition-text";
import type { DatedRound } from "@/delphi/publication";
import { allRated, anExpert, answeredRound, aStudy, type TestStudy, text, value } from "../db/a-study";
import { freshDatabase } from "../db/database";
import { faultsOf, packed, sha256, verified } from "./a-bundle";

const database = await freshDatabase();
afterAll(database.close);

const reason = "The town needs to know.";
const SAID = "My neighbour the mayor wants it.";

/** Six answered round 1, one with a reason that is released; edition 1 is published. */
async function publishedStudy(slug: string): Promise<TestStudy> {
  const study = await aStudy(slug);
  for (let at = 0; at < 6; at += 1) {
    const answers = [
      ...allRated(4),
      ...(at < 2 ? [text("bridge", "rationale", at === 0 ? SAID : "It lasts.")] : []),
    ];
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: slug }));
  value(await releaseTexts(system, { study: slug, round: 1, item: "bridge" }));
  value(await publish(system, { study: slug, reason }));
  return study;
}

const read = async (study: string, edition?: number) =>
  (await results(visitor, { study, edition: edition === undefined ? undefined : String(edition) }))
    .published!;

async function bundleOf(study: string, edition: number) {
  const texts = await editionTexts(visitor, { study, edition });
  return packed(texts.edition, texts.parts, texts.protocol);
}

async function partSaying(words: string, study: TestStudy): Promise<string> {
  const [row] = await sql()<{ digest: string }[]>`
    select digest from edition_part where study_id = ${study.id} and body::jsonb ->> 'text' = ${words}`;
  return row!.digest;
}

describe("the database", () => {
  const frozen = "A published edition cannot be changed or deleted.";
  const kept = "A part of a published edition can be taken down";

  test("refuses every change of an edition and of its parts", async () => {
    const { id } = await publishedStudy("frozen");
    const refused = async (statement: PromiseLike<unknown>, why: string) =>
      expect(Promise.resolve(statement)).rejects.toThrow(why);
    const db = sql();
    await refused(db`update edition set canonical = '{}' where study_id = ${id}`.execute(), frozen);
    await refused(db`update edition set digest = digest where study_id = ${id}`.execute(), frozen);
    await refused(db`delete from edition where study_id = ${id}`.execute(), frozen);
    await refused(db`truncate edition`.execute(), frozen);
    await refused(db`truncate edition_part`.execute(), frozen);
    await refused(db`truncate study cascade`.execute(), frozen);
    await refused(db`delete from edition_part where study_id = ${id}`.execute(), kept);
    await refused(db`update edition_part set body = '{}' where study_id = ${id}`.execute(), kept);
    await refused(
      db`update edition_part set body = null, removed_on = now(), reason = ' ' where study_id = ${id}`.execute(),
      kept,
    );
    const digest = sha256("another");
    await refused(
      db`insert into edition_part (study_id, digest, body) values (${id}, ${digest}, 'not it')`.execute(),
      "named by the SHA-256",
    );
    await refused(
      db`insert into edition_part (study_id, digest, removed_on, reason) values (${id}, ${digest}, now(), 'x')`.execute(),
      "named by the SHA-256",
    );
  });

  test("refuses every change of a locked protocol", async () => {
    const { id, slug } = await aStudy("locked-protocol");
    const locked = await readersProtocol(visitor, { study: slug });
    expect(sha256(locked!.text)).toBe(locked!.digest);
    for (const change of [
      sql()`update study set protocol_digest = 'x' where id = ${id}`,
      sql()`update study set protocol_text = '{}' where id = ${id}`,
      sql()`update study set protocol = jsonb_set(protocol, '{rounds}', '9') where id = ${id}`,
      sql()`update study set locked_at = null where id = ${id}`,
    ])
      await expect(change.execute()).rejects.toThrow("A locked protocol never changes.");
  });
});

describe("a text that is taken down", () => {
  test("gives way to a dated note in every edition, and no digest changes", async () => {
    const study = await publishedStudy("taken-down");
    value(await openRound(system, { study: study.slug }));
    await answeredRound(study, 2, 6, 4);
    value(await publish(system, { study: study.slug, reason }));
    const before = await sql()`select number, canonical, digest from edition where study_id = ${study.id}`;
    const digest = await partSaying(SAID, study);
    const input = { study: study.slug, digest, reason: "It names a person." };
    value(await takeDownText(system, input));

    expect(await sql()`select number, canonical, digest from edition where study_id = ${study.id}`).toEqual(
      before,
    );
    for (const edition of [1, 2]) {
      const [round] = (await read(study.slug, edition)).edition.rounds;
      expect(round!.texts.map((one) => one.text)).toEqual(["It lasts."]);
      expect(round!.removed).toEqual([
        expect.objectContaining({ digest, item: "bridge", reason: "It names a person." }),
      ]);
      const files = await bundleOf(study.slug, edition);
      expect([...files.values()].some((body) => Buffer.from(body).includes("mayor"))).toBe(false);
      const report = verified(files, { published: (await read(study.slug, edition)).digest });
      expect(faultsOf(report)).toEqual([]);
      expect(report.removed).toEqual([{ digest, on: expect.any(String), reason: "It names a person." }]);
      expect(report.checks.find(({ name }) => name === "parts")?.says).toContain("removed, digest known");
    }
    expect(await takeDownText(system, input)).toMatchObject({ refusal: "taken-down-already" });
  });

  test("stays down in the next edition, also when a moderator releases it again", async () => {
    const study = await publishedStudy("stays-down");
    const digest = await partSaying(SAID, study);
    value(await takeDownText(system, { study: study.slug, digest, reason: "Asked for." }));
    expect(await publish(system, { study: study.slug, reason })).toMatchObject({ refusal: "nothing-new" });
    const [row] = await sql()<
      { id: string }[]
    >`select id from answer_text where text = ${SAID} and study_id = ${study.id}`;
    value(await moderateText(system, { study: study.slug, text: row!.id, state: "released" }));
    value(await openRound(system, { study: study.slug }));
    await answeredRound(study, 2, 6, 2);
    value(await publish(system, { study: study.slug, reason }));
    const { edition } = await read(study.slug);
    expect(edition.rounds[0]!.removed.map((one) => one.digest)).toEqual([digest]);
    expect(JSON.stringify(edition)).not.toContain("mayor");
  });
});

describe("a correction", () => {
  test("is a new edition with a reason that names what changed, chained to the one it corrects", async () => {
    const study = await publishedStudy("corrected");
    expect(await publish(system, { study: study.slug })).toMatchObject({ refusal: "nothing-new" });
    const [row] = await sql()<
      { id: string }[]
    >`select id from answer_text where text = ${SAID} and study_id = ${study.id}`;
    value(
      await moderateText(system, {
        study: study.slug,
        text: row!.id,
        state: "released",
        released: "An official wants it.",
      }),
    );
    expect(await publish(system, { study: study.slug })).toMatchObject({ refusal: "needs-reason" });
    const first = await read(study.slug, 1);
    value(await publish(system, { study: study.slug, reason: "A text could identify somebody." }));
    const { edition, digest } = await read(study.slug, 2);
    expect(edition.previous).toBe(first.digest);
    expect(edition.deviations).toEqual(first.edition.deviations);
    expect(edition.correction).toEqual({
      reason: "A text could identify somebody.",
      changes: [
        { what: "text-added", round: 1, item: "bridge" },
        { what: "text-left-out", round: 1, item: "bridge" },
      ],
    });
    const report = verified(await bundleOf(study.slug, 2), { published: digest, previous: first.digest });
    expect(faultsOf(report)).toEqual([]);
    expect(report.checks.every(({ state }) => state === "holds")).toBe(true);
  });

  test("withholds a figure that changed for 1 to k − 1 experts, and only that", async () => {
    const study = await publishedStudy("few-changed");
    const rounds = (await read(study.slug)).edition.rounds as readonly DatedRound[];
    const moving = (experts: number) =>
      rounds.map((round) => ({
        ...round,
        figures: round.figures.map((figure) => {
          if (figure.withheld !== null || figure.item !== "ferry" || !figure.counts) return figure;
          return {
            ...figure,
            counts: figure.counts.map((count, at) => count + (at === 3 ? -experts : at === 0 ? experts : 0)),
          };
        }),
      }));
    const withheld = (experts: number) =>
      withoutSmallCorrections(5, rounds, moving(experts))
        .flatMap((round) => round.figures)
        .filter((figure) => figure.withheld !== null)
        .map((figure) => figure.item);
    expect(withheld(0)).toEqual([]);
    for (const few of [1, 2, 3, 4]) expect(new Set(withheld(few))).toEqual(new Set(["ferry"]));
    expect(withheld(5)).toEqual([]);
  });
});

test("an edition of the first format, with its texts inside, is still read and verified", async () => {
  const study = await publishedStudy("first-format");
  const { edition: now } = await read(study.slug);
  const [row] = await sql()<
    { canonical: string }[]
  >`select canonical from edition where study_id = ${study.id}`;
  const { correction: _none, ...stored } = JSON.parse(row!.canonical);
  const older = { ...stored, format: "tholos-edition/1", number: 2 };
  older.rounds = stored.rounds.map((round: { round: number }) => ({
    ...round,
    texts: now.rounds.find((one) => one.round === round.round)!.texts,
  }));
  const stays = canonical(older);
  await sql()`insert into edition (study_id, number, canonical, digest, previous_digest, published_at)
    values (${study.id}, 2, ${stays}, ${sha256(stays)}, null, now())`;
  const { edition } = await read(study.slug, 2);
  expect(edition.rounds).toEqual(now.rounds);
  expect(parseEdition(stays).format).toBe("tholos-edition/1");
  const report = verified(await bundleOf(study.slug, 2));
  expect(faultsOf(report).filter((fault) => !fault.includes("names no edition before"))).toEqual([]);
});

test("a study that is concluded can be published and verified to its end", async () => {
  const study = await publishedStudy("to-the-end");
  value(await openRound(system, { study: study.slug }));
  await answeredRound(study, 2, 7, 3);
  value(await concludeStudy(system, { study: study.slug }));
  value(await publish(system, { study: study.slug }));
  const first = await read(study.slug, 1);
  expect(faultsOf(verified(await bundleOf(study.slug, 2), { previous: first.digest }))).toEqual([]);
});
