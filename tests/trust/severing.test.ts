import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { concludeStudy } from "@/db/commands/conclude-study";
import { giveAgreement } from "@/db/commands/give-agreement";
import { importPanel } from "@/db/commands/import-panel";
import { openRound } from "@/db/commands/open-round";
import { redeemLink } from "@/db/commands/redeem-link";
import { revokeLink } from "@/db/commands/revoke-link";
import { severStudy } from "@/db/commands/sever-study";
import { withdraw } from "@/db/commands/withdraw";
import { writeLetter } from "@/db/commands/write-letter";
import { expertInvitation } from "@/db/queries/invitation";
import { receipt } from "@/db/queries/receipt";
import { studiesToSever } from "@/db/queries/studies-to-sever";
import { NotFound } from "@/db/run";
import { newToken } from "@/db/sealing";
import { severingDate } from "@/delphi/severing";
import { answeredRound, aStudy, seatBehind, type TestStudy, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { dumpOf } from "./dump";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const personOf = async (study: TestStudy, at: number) => {
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address = ${`e${at}@${study.slug}.example`}`;
  return row!.id;
};

async function concluded(slug: string): Promise<TestStudy> {
  const study = await aStudy(slug);
  await answeredRound(study, 1, 6);
  value(await concludeStudy(system, { study: slug }));
  return study;
}

test("thirty days after its end a study is due, and not while another round can follow", () => {
  const [closed, ended] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-02-01T00:00:00Z")];
  expect(severingDate({ rounds: 3 }, [closed], null)).toBeNull();
  expect(severingDate({ rounds: 3 }, [closed, null], ended)).toBeNull();
  expect(severingDate({ rounds: 3 }, [closed], ended)).toEqual(new Date("2026-03-03T00:00:00Z"));
  expect(severingDate({ rounds: 1 }, [closed], ended)).toEqual(new Date("2026-01-31T00:00:00Z"));
  expect(severingDate({ rounds: 1, severAfterDays: 7 }, [closed], null)).toEqual(
    new Date("2026-01-08T00:00:00Z"),
  );
});

test("severing deletes every name, address and seal of the study, and leaves other studies alone", async () => {
  const [study, other] = [await concluded("severed"), await aStudy("untouched")];
  value(await severStudy(system, { study: study.slug, early: true }));
  const dump = await dumpOf(sql());
  expect(dump).not.toContain("@severed.example");
  expect(dump).toContain("@untouched.example");
  expect(await sql()`select 1 from invitation where study_id = ${study.id}`).toHaveLength(0);
  expect((await seatBehind(other.links[0]!)).studyId).toBe(other.id);
});

test("the link still opens its own receipts and answers after severing, and a link of nobody opens nothing", async () => {
  const study = await concluded("still-open");
  const before = await seatBehind(study.links[0]!);
  const own = await receipt(before, {});
  value(await severStudy(system, { study: study.slug, early: true }));
  const after = await seatBehind(study.links[0]!);
  expect(after).toEqual(before);
  expect(await receipt(after, {})).toEqual(own);
  expect((await expertInvitation(after, {})).severed).toBe(true);
  // This expert never opened their link, so there is no seat that it could be known by.
  await expect(redeemLink(visitor, { token: study.links[7]! })).rejects.toThrow(NotFound);
  await expect(redeemLink(visitor, { token: newToken() })).rejects.toThrow(NotFound);
  value(await withdraw(after, {}));
  expect(await receipt(await seatBehind(study.links[0]!), {})).toEqual(own);
});

test("a link that was revoked before severing opens nothing after it either", async () => {
  const study = await concluded("revoked-before");
  value(await revokeLink(system, { study: study.slug, invitation: await personOf(study, 0) }));
  value(await severStudy(system, { study: study.slug, early: true }));
  await expect(redeemLink(visitor, { token: study.links[0]! })).rejects.toThrow(NotFound);
  expect((await seatBehind(study.links[1]!)).studyId).toBe(study.id);
});

test("nothing reopens a severed study: no round, no person, not even by hand in the database", async () => {
  const study = await concluded("for-good");
  value(await severStudy(system, { study: study.slug, early: true }));
  expect(await openRound(system, { study: study.slug })).toMatchObject({ ok: false });
  expect(await importPanel(system, { study: study.slug, text: "a@b.example" })).toMatchObject({
    refusal: "severed",
  });
  expect(await severStudy(system, { study: study.slug, early: true })).toMatchObject({ refusal: "severed" });
  await expect(sql()`update study set severed_at = null where id = ${study.id}`).rejects.toThrow(
    /stays severed/,
  );
  await expect(
    sql()`insert into round (study_id, number, state, opened_at, items) values (${study.id}, 2, 'open', now(), '[]')`,
  ).rejects.toThrow(/severed/);
  await expect(
    sql()`insert into invitation (study_id, name, address) values (${study.id}, 'A', 'a@b.example')`,
  ).rejects.toThrow(/severed/);
});

test("the installation severs what is due, a desk can do it early, and nobody before the end", async () => {
  const running = await aStudy("running");
  expect(await severStudy(system, { study: running.slug, early: true })).toMatchObject({
    refusal: "round-is-open",
  });
  const study = await concluded("waiting");
  expect(await severStudy(system, { study: study.slug })).toMatchObject({ refusal: "not-due-yet" });
  expect(await studiesToSever(system, {})).not.toContainEqual({ study: study.slug });
  await sql()`update study set concluded_at = now() - interval '31 days' where id = ${study.id}`;
  expect(await studiesToSever(system, {})).toContainEqual({ study: study.slug });
  value(await severStudy(system, { study: study.slug }));
  expect(await studiesToSever(system, {})).not.toContainEqual({ study: study.slug });
});

test("who agreed to be named stays known after severing, and the second token opens nothing any more", async () => {
  const study = await concluded("named-after");
  const letter = value(
    await writeLetter(system, {
      study: study.id,
      invitation: await personOf(study, 0),
      letter: "invitation",
    }),
  );
  const agree = (agreed: boolean) =>
    giveAgreement(visitor, { person: letter.person, to: "be-named", agreed, name: "Ada" });
  value(await agree(true));
  value(await severStudy(system, { study: study.slug, early: true }));
  expect(await sql()`select name from agreement where study_id = ${study.id}`).toHaveLength(1);
  await expect(agree(false)).rejects.toThrow(NotFound);
});
