import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system, visitor } from "@/db/actor";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { beginSecondFactor } from "@/db/commands/begin-second-factor";
import { confirmSecondFactor } from "@/db/commands/confirm-second-factor";
import { dropSecondFactor } from "@/db/commands/drop-second-factor";
import { endDeskSessions } from "@/db/commands/end-desk-sessions";
import { redeemSignIn } from "@/db/commands/redeem-sign-in";
import { removeSecondFactor } from "@/db/commands/remove-second-factor";
import { deskSession } from "@/db/queries/desk-session";
import { ownAccount } from "@/db/queries/own-account";
import { value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import type { Facilitator } from "./desk-people";

const ADDRESS = "ada@desk.example";
const HALF_MINUTE = 30_000;

let database: TestDatabase;
let ada: Facilitator;
let secret = "";
let recovery: readonly string[] = [];

// Codes change every half minute and attempts are counted by the hour: here it stays the same moment.
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  database = await freshDatabase();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

/** Ada with the second factor on; the code that turned it on was the one of the half minute before. */
beforeEach(async () => {
  await database.sql`delete from attempt`;
  await database.sql`delete from facilitator`;
  const added = value(await addFacilitator(system, { address: ADDRESS }));
  ada = { kind: "facilitator", facilitatorId: added.facilitatorId };
  value(await beginSecondFactor(ada, {}));
  const { factor } = await ownAccount(ada, {});
  if (factor.state !== "begun") throw new Error("the second factor is being set up");
  secret = factor.secret;
  recovery = value(await confirmSecondFactor(ada, { code: codeNow(-HALF_MINUTE) })).codes;
});

const codeNow = (offset = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset });
/** None of the three that are good at one moment. */
const wrongCode = (): string => {
  const good = [-HALF_MINUTE, 0, HALF_MINUTE].map(codeNow);
  return ["000000", "000001", "000002", "000003"].find((code) => !good.includes(code))!;
};
const newLink = async (): Promise<string> => value(await addFacilitator(system, { address: ADDRESS })).token;
const enter = async (token: string, code?: string) => redeemSignIn(visitor, { token, code });
const proven = async (token: string, code: string) => value(await enter(token, code)).proven;

describe("with a second factor", () => {
  test("a link alone opens nothing and stays good until a right code comes with it", async () => {
    const token = await newLink();
    for (const code of [undefined, "", "  "])
      expect(await enter(token, code)).toMatchObject({ refusal: "second-factor-needed" });
    expect(await proven(token, wrongCode())).toBe("second-factor-wrong");
    expect(value(await enter(token, codeNow()))).toMatchObject({ proven: "right", address: ADDRESS });
    expect(await enter(token, codeNow(HALF_MINUTE))).toMatchObject({ refusal: "link-used-or-expired" });
  });

  test("no code is good twice, nor an older one after a newer", async () => {
    const code = codeNow();
    expect(await proven(await newLink(), code)).toBe("right");
    expect(await proven(await newLink(), code)).toBe("second-factor-wrong");
    expect(await proven(await newLink(), codeNow(-HALF_MINUTE))).toBe("second-factor-wrong");
  });

  test("of ten who come with one code and a link each at the same moment, one gets in", async () => {
    const links = await Promise.all(Array.from({ length: 10 }, newLink));
    const code = codeNow();
    const answers = await Promise.all(links.map((token) => proven(token, code)));
    expect(answers.filter((one) => one === "right")).toHaveLength(1);
  });

  test("a code of a minute ago or of a minute ahead is not good", async () => {
    const token = await newLink();
    expect(await proven(token, codeNow(-3 * HALF_MINUTE))).toBe("second-factor-wrong");
    expect(await proven(token, codeNow(3 * HALF_MINUTE))).toBe("second-factor-wrong");
  });

  test("after ten codes in an hour even the right one waits, also when all come at once", async () => {
    const links = await Promise.all(Array.from({ length: 40 }, newLink));
    const answers = await Promise.all(links.map((token) => proven(token, wrongCode())));
    // One code was counted when the factor was turned on.
    expect(answers.filter((one) => one === "second-factor-wrong")).toHaveLength(9);
    expect(answers.filter((one) => one === "too-many-attempts")).toHaveLength(31);
    expect(await proven(await newLink(), codeNow())).toBe("too-many-attempts");
    await database.sql`delete from attempt`;
    expect(await proven(await newLink(), codeNow())).toBe("right");
  });

  test("each recovery code stands in for the device once, and only for its owner", async () => {
    expect(recovery).toHaveLength(8);
    const [first, second] = recovery;
    expect(await proven(await newLink(), first!.toLowerCase())).toBe("right");
    expect(await proven(await newLink(), first!)).toBe("second-factor-wrong");
    await database.sql`update recovery_code set facilitator_id = facilitator_id`;
    const eve = value(await addFacilitator(system, { address: "eve@desk.example" }));
    expect(
      value(
        await removeSecondFactor(
          { kind: "facilitator", facilitatorId: eve.facilitatorId },
          { code: second! },
        ),
      ).proven,
    ).toBe("second-factor-wrong");
    expect(await ownAccount(ada, {})).toMatchObject({ factor: { state: "on", codesLeft: 7 } });
  });

  test("neither the secret nor a recovery code can be read from a copy of the database", async () => {
    const rows = await database.sql`
      select encode(sealed_secret, 'escape') as a, encode(sealed_secret, 'base64') as b from second_factor
      union all select encode(hash, 'escape'), encode(hash, 'base64') from recovery_code`;
    const stored = JSON.stringify(rows);
    for (const kept of [secret, ...recovery, ...recovery.map((code) => code.replaceAll("-", ""))])
      expect(stored).not.toContain(kept);
    expect(JSON.stringify(await ownAccount(ada, {}))).not.toContain(secret);
  });

  test("turning it off takes a code, and setting it up again cannot replace it", async () => {
    expect(await beginSecondFactor(ada, {})).toMatchObject({ refusal: "second-factor-is-on" });
    expect(value(await removeSecondFactor(ada, { code: wrongCode() })).proven).toBe("second-factor-wrong");
    expect(await ownAccount(ada, {})).toMatchObject({ factor: { state: "on" } });
    expect(value(await removeSecondFactor(ada, { code: codeNow() })).proven).toBe("right");
    expect(await ownAccount(ada, {})).toMatchObject({ factor: { state: "off" } });
    expect(value(await enter(await newLink()))).toMatchObject({ proven: "right" });
  });

  test("the operator can take it from somebody who lost device and codes", async () => {
    value(await dropSecondFactor(system, { address: ADDRESS }));
    expect(value(await enter(await newLink()))).toMatchObject({ proven: "right" });
  });
});

test("a second factor that was begun and never confirmed locks nobody out", async () => {
  value(await dropSecondFactor(system, { address: ADDRESS }));
  value(await beginSecondFactor(ada, {}));
  expect(value(await enter(await newLink()))).toMatchObject({ proven: "right" });
});

test("ending one's sessions ends those that were begun before, and nobody else's", async () => {
  const eve = value(await addFacilitator(system, { address: "eve@desk.example" })).facilitatorId;
  const stands = async (facilitatorId: string, epoch: number) =>
    (await deskSession(visitor, { facilitatorId, epoch })).stands;
  expect(await stands(ada.facilitatorId, 0)).toBe(true);
  value(await endDeskSessions(ada, {}));
  expect(await stands(ada.facilitatorId, 0)).toBe(false);
  expect(await stands(eve, 0)).toBe(true);
  const again = value(await enter(await newLink(), codeNow()));
  expect(again).toMatchObject({ proven: "right", epoch: 1 });
  expect(await stands(ada.facilitatorId, 1)).toBe(true);
});
