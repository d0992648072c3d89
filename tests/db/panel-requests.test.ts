import { afterAll, beforeAll, expect, test } from "vitest";
import { readJson } from "@/app/_server/json";
import { agreeing } from "@/app/api/panel/agreeing";
import { visitor } from "@/db/actor";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { expertInvitation } from "@/db/queries/invitation";
import { NotFound } from "@/db/run";
import { allRated, aStudy, seatBehind, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const sent = (body: BodyInit | null, headers: Record<string, string> = {}): Request =>
  new Request("http://localhost:3000/api/panel/draft", {
    method: "PUT",
    body,
    headers: { "content-type": "application/json", host: "localhost:3000", ...headers },
    // A stream is sent piece by piece, without a length.
    ...({ duplex: "half" } as object),
  });

test("a script's request and one of our own pages are read alike", async () => {
  const body = JSON.stringify({ round: 1, answers: [] });
  for (const origin of [{}, { origin: "http://localhost:3000" }] as Record<string, string>[])
    expect(value(await readJson(sent(body, origin)))).toEqual({ round: 1, answers: [] });
});

test("an address of this machine under another name is no foreign site", async () => {
  const here = { origin: "http://127.0.0.1:3101", host: "127.0.0.1:3101" };
  expect(await readJson(sent("{}", here))).toMatchObject({ ok: true });
});

test.each([
  ["https://evil.example"],
  ["http://localhost:3000.evil.example"],
  ["http://localhost:4000"],
  ["null"],
])("a request from a page at %s is refused before it is read", async (origin) => {
  expect(await readJson(sent("not JSON", { origin }))).toMatchObject({ refusal: "foreign-origin" });
});

test("a request that carries a session's cookie and names no page is refused", async () => {
  for (const cookie of ["tholos-seat=a.b.1.c", "x=1; __Host-tholos-desk=abc"])
    expect(await readJson(sent("{}", { cookie }))).toMatchObject({ refusal: "foreign-origin" });
  expect(await readJson(sent("{}", { cookie: "theme=tholos-seat" }))).toMatchObject({ ok: true });
});

test.each([
  ["a form", "a=b", { "content-type": "application/x-www-form-urlencoded" }, "body-not-json"],
  ["a plain text", "{}", { "content-type": "text/plain; application/json" }, "body-not-json"],
  ["half a body", '{"round":', {}, "not-json"],
  ["no body", null, {}, "not-json"],
  ["nothing but brackets", "[".repeat(200_000), {}, "not-json"],
  ["text that is not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, "not-json"],
  ["more than it says it has", "x".repeat(300_000), { "content-length": "10" }, "body-too-large"],
  ["more than it may have", "{}", { "content-length": "300000" }, "body-too-large"],
])("%s is refused with a name of its own", async (_what, body, headers, refusal) => {
  expect(await readJson(sent(body, headers as Record<string, string>))).toMatchObject({ refusal });
});

test("a body without an end is not read to its end", async () => {
  let pieces = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pieces += 1;
      controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
    },
  });
  expect(await readJson(sent(endless))).toMatchObject({ refusal: "body-too-large" });
  expect(pieces).toBeLessThan(30);
});

test("a script that sends answers agrees to take part by it, and nobody else does", async () => {
  const study = await aStudy("script");
  const seat = await seatBehind(study.links[0]!);
  value(await agreeing(saveDraft)(seat, { round: 1, answers: allRated(2) }));
  expect((await expertInvitation(seat, {})).consented).toBe(true);
  value(await agreeing(submitAnswers)(seat, { round: 1 }));
  const other = await seatBehind(study.links[1]!);
  expect(await submitAnswers(other, { round: 1, answers: allRated(2) })).toMatchObject({
    refusal: "no-consent",
  });
  await expect(agreeing(submitAnswers)(visitor, { round: 1 })).rejects.toThrow(NotFound);
});
