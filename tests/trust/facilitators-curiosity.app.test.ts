import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "@/cli/database";
import { system } from "@/db/actor";
import { closeClient, sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { importPanel } from "@/db/commands/import-panel";
import { issueSignInLink } from "@/db/commands/issue-sign-in-link";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { revokeLink } from "@/db/commands/revoke-link";
import { sendInvitations } from "@/db/commands/send-invitations";
import { submitAnswers } from "@/db/commands/submit-answers";
import { readEnvironment, setEnvironment } from "@/db/environment";
import { seatOf, unseal } from "@/db/sealing";
import { anExpert, aStudy, rating, type TestStudy, text, value } from "../db/a-study";
import { aMember, type Facilitator } from "../db/desk-people";
import { type App, startApp } from "../e2e/app";
import { type Mailbox, mailTo, startMailbox } from "../e2e/mailbox";
import { crawl, type Seen } from "./crawl";
import { type Expert, orderIn, pairedIn } from "./pairing";

const WORDS = [
  "alderwood birchbark cedarcone dogwoodling elmshade firneedle",
  "ginkgoleaf hazelrod ironwood juniperus larchbough maplekey",
  "nettlebush oakapple pinecone quinceblossom rowanberry sprucetip",
  "thornhedge umbrellapine viburnumtwig willowcatkin yewarbour zelkovabark",
].flatMap((line) => line.split(" "));
const EXPERTS = WORDS.length;

type Secret = Expert & { readonly word: string; readonly address: string; readonly link: string };

let mailbox: Mailbox;
let app: App;
let database: OpenDatabase;
let study: TestStudy;
let facilitator: Facilitator;
let experts: Secret[];
let cookie: string;
let seen: readonly Seen[];

beforeAll(async () => {
  mailbox = await startMailbox();
  app = await startApp({ SMTP_URL: mailbox.url });
  database = await openDatabase(
    readEnvironment({ THOLOS_DATA: app.data, SMTP_URL: mailbox.url, NEXTAUTH_URL: app.url }),
  );
  setEnvironment(database.environment);
  study = await aStudy("curious", { experts: EXPERTS, open: false });
  facilitator = await aMember(study, "owner");
  value(await sendInvitations(facilitator, { study: study.slug }));
  value(await openRound(facilitator, { study: study.slug }));
  experts = await secretsOf(study);
  // In an order of their own, that is neither the roll's nor anybody's.
  for (const at of ARRIVAL) await answerUniquely(at);
  value(await closeRound(facilitator, { study: study.slug }));
  for (const item of ["bridge", "missing"])
    value(await releaseTexts(facilitator, { study: study.slug, round: 1, item }));
  value(await publish(facilitator, { study: study.slug, reason: "To be looked at." }));
  value(await openRound(facilitator, { study: study.slug }));
  experts = await withReceipts(study, experts);
  cookie = await signedIn(facilitator);
  seen = await crawl(app.url, cookie, {
    slug: [study.slug],
    study: [study.slug],
    round: ["1", "2"],
    number: ["1"],
    item: ["bridge"],
    position: ["ada"],
    source: ["paper"],
    section: ["options"],
  });
});

afterAll(async () => {
  await closeClient();
  await database?.release();
  await app?.stop();
  await mailbox?.stop();
});

const ARRIVAL = [7, 18, 2, 11, 23, 0, 13, 9, 20, 4, 16, 1, 22, 10, 14, 6, 19, 3, 12, 8, 21, 5, 17, 15];

describe("facilitator's curiosity", () => {
  test("no page, file or segment pairs a person with an answer, or lists answers in an order that does", () => {
    const shown = seen.filter(({ status }) => status === 200);
    console.info(
      `Crawled ${seen.length} addresses as the facilitator, ${shown.length} with content;`,
      `${shown.filter(({ body }) => names(body)).length} name people,`,
      `${shown.filter(({ body }) => words(body) > 0).length} hold answers.`,
    );
    expect(shown.some(({ body }) => names(body))).toBe(true);
    expect(shown.filter(({ body }) => words(body) === EXPERTS).length).toBeGreaterThan(1);
    for (const { url, body } of shown) {
      expect([url, pairedIn(body, experts).length]).toEqual([url, 0]);
      expect([url, orderIn(body, knownOrders())]).toEqual([url, false]);
    }
  });

  test("no mail tells of any answer, and each holds one person's link alone", async () => {
    const mails = await Promise.all(
      (await readdir(mailbox.folder)).map((file) => readFile(path.join(mailbox.folder, file), "utf8")),
    );
    const invitations = mails.filter((mail) => experts.some(({ address }) => mail.includes(address)));
    expect(invitations.length).toBeGreaterThanOrEqual(EXPERTS);
    for (const mail of mails) {
      expect(words(mail)).toBe(0);
      expect(experts.filter(({ address }) => mail.includes(address)).length).toBeLessThanOrEqual(1);
    }
  });

  test("the same look finds everybody on a page that shows who answered what, and in an order of arrival", async () => {
    const rows = await sql()<{ address: string; sealed: Buffer }[]>`
      select address, sealed_token as sealed from invitation where study_id = ${study.id}`;
    const texts = await sql()<{ seat: Buffer; text: string }[]>`
      select seat_id as seat, text from answer_text where study_id = ${study.id}`;
    const whoSaidWhat = rows.map(({ address, sealed }) => {
      const seat = seatOf(unseal(sealed, `invitation:${study.id}`), study.id);
      return `${address}: ${texts.find((one) => one.seat.equals(seat))?.text}`;
    });
    expect(pairedIn(whoSaidWhat.join("\n"), experts)).toHaveLength(EXPERTS);
    expect(orderIn(ARRIVAL.map((at) => experts[at]!.word).join("\n"), knownOrders())).toBe(true);
  });

  test("putting one's own address in an expert's place and sending again opens an empty seat", async () => {
    const [target] = experts;
    const [row] = await sql()<{ id: string }[]>`
      select id from invitation where study_id = ${study.id} and address = ${target!.address}`;
    value(await revokeLink(facilitator, { study: study.slug, invitation: row!.id }));
    const own = "curious@desk.example";
    value(await importPanel(facilitator, { study: study.slug, text: `name,email\nExpert 0,${own}` }));
    value(await sendInvitations(facilitator, { study: study.slug }));
    const [, token] = await mailTo(mailbox.folder, own, /\/join#([0-9A-Za-z-]+)/);

    // The panel's reasons are there, without names, as for everybody; nothing is there as one's own.
    expect(await questionnaireBehind(token!)).toMatchObject({ answers: [], submission: null, earlier: [] });
  });

  test("a link that were sent on to another address would show all that was answered", async () => {
    const { earlier } = await questionnaireBehind(experts[1]!.link);
    expect(earlier).toHaveLength(7);
  });
});

const names = (body: string): boolean => experts.some(({ address }) => body.includes(address));
const words = (body: string): number => experts.filter(({ word }) => body.includes(word)).length;

/** The orders in which a facilitator could know the people: by name, by address, as invited, as they answered. */
const knownOrders = (): string[][] => [
  experts.map(({ word }) => word),
  [...experts].sort((a, b) => (a.identity[0]! < b.identity[0]! ? -1 : 1)).map(({ word }) => word),
  ARRIVAL.map((at) => experts[at]!.word),
];

async function secretsOf({ id, links }: TestStudy): Promise<Secret[]> {
  const rows = await sql()<{ id: string; name: string; address: string; sealed: Buffer }[]>`
    select id, name, address, sealed_token as sealed from invitation where study_id = ${id}`;
  const people = rows.map((row) => ({ ...row, link: unseal(row.sealed, `invitation:${id}`) }));
  return links.map((link, at): Secret => {
    const { id: invitation, name, address } = people.find((one) => one.link === link)!;
    const word = WORDS[at]!;
    const seat = seatOf(link, id).toString("hex");
    return {
      identity: [`${name}<`, `"${name}"`, address, invitation],
      answers: [word, seat],
      word,
      address,
      link,
    };
  });
}

async function answerUniquely(at: number): Promise<void> {
  const { word } = experts[at]!;
  const answers = [
    rating("stance", "stance", (at % 5) + 1),
    rating("bridge", "desirability", ((at * 2) % 5) + 1),
    rating("bridge", "feasibility", ((at + 3) % 5) + 1),
    rating("ferry", "desirability", (Math.floor(at / 2) % 5) + 1),
    rating("flood", "probability", (at % 20) * 5),
    text("bridge", "rationale", `Because of the ${word}.`),
    text("missing", "text", `Nobody speaks of the ${word}.`),
  ];
  value(await submitAnswers(await anExpert(study, at), { round: 1, answers }));
}

async function withReceipts({ id }: TestStudy, secrets: readonly Secret[]): Promise<Secret[]> {
  const rows = await sql()<{ seat: Buffer; receipt: string }[]>`
    select seat_id as seat, receipt from submission where study_id = ${id}`;
  return secrets.map((secret) => {
    const own = rows.find(({ seat }) => secret.answers.includes(seat.toString("hex")))!;
    return { ...secret, answers: [...secret.answers, own.receipt] };
  });
}

/** Signs in as a person does, by the link's token, and returns the session's cookie. */
async function signedIn({ facilitatorId }: Facilitator): Promise<string> {
  const { token } = value(await issueSignInLink(system, { facilitator: facilitatorId }));
  const asked = await fetch(`${app.url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${app.url}/api/auth/callback/magic-link`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: cookiesOf(asked),
      origin: app.url,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ csrfToken, token, json: "true" }),
  });
  return cookiesOf(answer);
}

async function questionnaireBehind(token: string): Promise<{ readonly earlier: readonly object[] }> {
  const opened = await fetch(`${app.url}/api/panel/session`, {
    method: "POST",
    headers: { origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  const answer = await fetch(`${app.url}/api/panel/questionnaire`, {
    headers: { cookie: cookiesOf(opened) },
  });
  return (await answer.json()) as { earlier: object[] };
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
