import { afterAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { editionTexts } from "@/db/queries/edition-texts";
import { receipt } from "@/db/queries/receipt";
import { receiptProof } from "@/db/queries/receipt-proof";
import { results } from "@/db/queries/results";
import { NotFound } from "@/db/run";
import { receiptText } from "@/delphi/receipt";
import { lookUp, prove } from "@/delphi/verification/look-up";
import { allRated, anExpert, aStudy, type TestStudy, text, value } from "../db/a-study";
import { freshDatabase } from "../db/database";
import { packed, sha256 } from "./a-bundle";

const database = await freshDatabase();
afterAll(database.close);

const reason = "The town needs to know.";
const answering = (seat: Awaited<ReturnType<typeof anExpert>>, point: number) =>
  submitAnswers(seat, {
    round: 1,
    answers: [...allRated(point), text("bridge", "rationale", `Because of ${point}.`)],
  });

async function publishedLists(study: TestStudy) {
  value(await closeRound(system, { study: study.slug }));
  value(await publish(system, { study: study.slug, reason }));
  const texts = await editionTexts(visitor, { study: study.slug, edition: 1 });
  return packed(texts.edition, texts.parts, texts.protocol);
}

test("a retry gets the same receipt; A, B and A again are three, of which the last is listed", async () => {
  const study = await aStudy("receipts");
  const expert = await anExpert(study, 0);
  const first = value(await answering(expert, 4)).receipt;
  expect(value(await answering(expert, 4)).receipt).toBe(first);
  const second = value(await answering(expert, 2)).receipt;
  const third = value(await answering(expert, 4)).receipt;
  expect(new Set([first, second, third]).size).toBe(3);
  for (let at = 1; at < 6; at += 1) value(await answering(await anExpert(study, at), 3));

  const files = await publishedLists(study);
  const { published } = await results(visitor, { study: study.slug });
  const [list] = published!.edition.receipts;
  expect(list!.counted).toHaveLength(6);
  expect(list!.counted).toEqual([...list!.counted].sort());
  expect(list!.counted).toContain(third);
  expect(lookUp(files, third.toUpperCase())).toMatchObject({ found: true, round: 1 });
  expect(lookUp(files, first)).toMatchObject({ found: false });
  expect(lookUp(files, first).says).toBe(lookUp(files, "0".repeat(64)).says);
  expect(lookUp(files, "nonsense")).toMatchObject({ found: false });

  const [own] = (await receipt(expert, {})).receipts;
  expect(own).toMatchObject({ receipt: third, revision: 3, replaced: [second, first] });
  const [other] = (await receipt(await anExpert(study, 1), {})).receipts;
  expect(other!.replaced).toEqual([]);
});

test("number and answers prove a receipt to their own session, and no other answers do", async () => {
  const study = await aStudy("proved");
  const expert = await anExpert(study, 0);
  const given = value(await answering(expert, 5)).receipt;
  for (let at = 1; at < 6; at += 1) value(await answering(await anExpert(study, at), 3));
  const files = await publishedLists(study);
  const proof = await receiptProof(expert, { round: 1 });
  expect(sha256(receiptText(proof))).toBe(given);
  expect(JSON.parse(proof.answers)).toContainEqual(expect.objectContaining({ value: "Because of 5." }));
  expect(prove(files, JSON.stringify(proof), sha256)).toMatchObject({ found: true, round: 1 });
  const bent = { ...proof, answers: proof.answers.replace("Because of 5.", "Because of 1.") };
  expect(prove(files, JSON.stringify(bent), sha256)).toMatchObject({ found: false });
  expect(prove(files, "{}", sha256)).toMatchObject({ found: false });
  await expect(receiptProof(visitor, { round: 1 })).rejects.toThrow(NotFound);
  await expect(receiptProof(expert, { round: 2 })).rejects.toThrow(NotFound);
});

test("the lists of a strict study hold SHA-256(n), which proves inclusion and no answer", async () => {
  const study = await aStudy("strictly", { open: false });
  // Links of a strict study are made when they are sent; what is tested here is the receipt alone.
  await sql()`update study set protocol = jsonb_set(protocol, '{anonymity}', '"strict"') where id = ${study.id}`;
  value(await openRound(system, { study: study.slug }));
  const expert = await anExpert(study, 0);
  const given = value(await answering(expert, 5)).receipt;
  for (let at = 1; at < 6; at += 1) value(await answering(await anExpert(study, at), 3));
  const files = await publishedLists(study);
  const proof = await receiptProof(expert, { round: 1 });
  expect(given).toBe(sha256(proof.number));
  expect(lookUp(files, given)).toMatchObject({ found: true });
  const bent = { ...proof, answers: "[]" };
  for (const one of [proof, bent])
    expect(prove(files, JSON.stringify(one), sha256).says).toContain("does not prove its answers");
});
