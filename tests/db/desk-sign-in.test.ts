import type { Account, Session, User } from "next-auth";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { signIn } from "@/app/_server/sign-in";
import { system, visitor } from "@/db/actor";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { demoFacilitator } from "@/db/commands/demo-facilitator";
import { redeemSignIn } from "@/db/commands/redeem-sign-in";
import { removeFacilitator } from "@/db/commands/remove-facilitator";
import { requestSignIn } from "@/db/commands/request-sign-in";
import { deskStudies } from "@/db/queries/desk-studies";
import { NotFound } from "@/db/run";
import { aStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { mailingBy } from "./desk-people";

const database = await freshDatabase();
afterAll(database.close);
beforeEach(async () => {
  mailingBy("smtp");
  await database.sql`delete from pgboss.job`;
});

const add = async (address: string) => value(await addFacilitator(system, { address }));
const queued = () => database.sql`select data from pgboss.job where name = 'mail-sign-in'`;

describe("a one-time link", () => {
  test("signs a facilitator in once, however it is typed, and then no more", async () => {
    const { token, facilitatorId } = await add("once@desk.example");
    const typed = ` ${token.toLowerCase().replaceAll("-", " ")} `;
    expect(value(await redeemSignIn(visitor, { token: typed }))).toMatchObject({
      facilitatorId,
      address: "once@desk.example",
    });
    expect(await redeemSignIn(visitor, { token })).toMatchObject({ refusal: "link-used-or-expired" });
  });

  test("lets in one of twenty who come with it at the same moment", async () => {
    const { token } = await add("race@desk.example");
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeemSignIn(visitor, { token })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test("is good for fifteen minutes", async () => {
    const { token } = await add("late@desk.example");
    const [link] = await database.sql`
      select extract(epoch from expires_at - now()) / 60 as minutes from sign_in_link order by expires_at desc`;
    expect(Number(link!.minutes)).toBeCloseTo(15, 0);
    await database.sql`update sign_in_link set expires_at = now() - interval '1 second'`;
    expect(await redeemSignIn(visitor, { token })).toMatchObject({ refusal: "link-used-or-expired" });
  });

  test("is stored as a hash that a copy of the database could not be used with", async () => {
    const { token } = await add("hash@desk.example");
    const stored = JSON.stringify(
      await database.sql`select encode(hash, 'escape') as hash, * from sign_in_link`,
    );
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.replaceAll("-", ""));
  });

  test("is worth nothing once its owner was taken off the roll", async () => {
    const { token, facilitatorId } = await add("gone@desk.example");
    value(await removeFacilitator(system, { address: "Gone@desk.example" }));
    expect(await redeemSignIn(visitor, { token })).toMatchObject({ refusal: "link-used-or-expired" });
    await expect(deskStudies({ kind: "facilitator", facilitatorId }, {})).rejects.toThrow(NotFound);
  });
});

describe("asking for a link", () => {
  test("queues a mail for an address on the roll, and the answer is the same for every other", async () => {
    const { facilitatorId } = await add("known@desk.example");
    const answers = await Promise.all(
      [" Known@Desk.example", "unknown@desk.example", "not an address", "a@b.example,known@desk.example"].map(
        (address) => requestSignIn(visitor, { address }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await queued()).map((job) => job.data)).toEqual([{ facilitator: facilitatorId }]);
  });

  test("fills nobody's mailbox: with five live links out, none is added", async () => {
    for (let times = 0; times < 5; times += 1) await add("often@desk.example");
    value(await requestSignIn(visitor, { address: "often@desk.example" }));
    expect(await queued()).toEqual([]);
  });
});

describe("the roll", () => {
  test("makes whoever is added owner of the studies that have no owner, and of no other", async () => {
    await aStudy("orphan", { experts: 1, open: false });
    const first = await add("first@desk.example");
    const second = await add("second@desk.example");
    const of = async (facilitatorId: string) =>
      (await deskStudies({ kind: "facilitator", facilitatorId }, {})).map(({ slug, role }) => [slug, role]);
    expect(await of(first.facilitatorId)).toEqual([["orphan", "owner"]]);
    expect(await of(second.facilitatorId)).toEqual([]);
  });

  test("holds an address once, and refuses what is none", async () => {
    const { facilitatorId } = await add("same@desk.example");
    expect((await add("SAME@desk.example")).facilitatorId).toBe(facilitatorId);
    expect(await addFacilitator(system, { address: "two@a.example, b@c.example" })).toMatchObject({
      refusal: "not-an-address",
    });
  });
});

describe("the demo facilitator", () => {
  const ways = () => signIn().providers.map((provider) => provider.options.id);

  test("is a way in only while this is a demo", () => {
    mailingBy("outbox");
    expect(ways()).toEqual(["magic-link", "demo"]);
    mailingBy("smtp");
    expect(ways()).toEqual(["magic-link"]);
    mailingBy("none");
    expect(ways()).toEqual(["magic-link"]);
  });

  test("sees every study, and a session of theirs ends with the demo", async () => {
    mailingBy("outbox");
    const { facilitatorId } = value(await demoFacilitator(visitor, {}));
    expect(await deskStudies({ kind: "facilitator", facilitatorId }, {})).not.toEqual([]);
    expect(await sessionAfter("demo", facilitatorId)).toBe(facilitatorId);
    mailingBy("smtp");
    expect(await sessionAfter("demo", facilitatorId)).toBeUndefined();
    expect(await sessionAfter("magic-link", facilitatorId)).toBe(facilitatorId);
  });

  test("leaves the demo's studies to the first real facilitator", async () => {
    mailingBy("outbox");
    await aStudy("of-the-demo", { experts: 1, open: false });
    value(await demoFacilitator(visitor, {}));
    const { facilitatorId } = await add("real@desk.example");
    const studies = await deskStudies({ kind: "facilitator", facilitatorId }, {});
    expect(studies.map(({ slug }) => slug)).toContain("of-the-demo");
  });

  test("can't be mailed a link outside the demo", async () => {
    mailingBy("smtp");
    value(await requestSignIn(visitor, { address: "facilitator@demo.invalid" }));
    expect(await queued()).toEqual([]);
  });
});

/** Who a session is, in the environment as it is now, when its token was made by this way of signing in. */
async function sessionAfter(provider: string, facilitatorId: string): Promise<string | undefined> {
  const demo = signIn();
  const user: User = { id: facilitatorId };
  const account = { provider } as Account;
  const token = await demo.callbacks!.jwt!({ token: {}, user, account });
  const session: Session = { expires: "" };
  const made = await demo.callbacks!.session!({
    session,
    token,
    user: { id: facilitatorId, email: "", emailVerified: null },
    newSession: undefined,
    trigger: "update",
  });
  return (made as Session).user?.facilitatorId;
}
