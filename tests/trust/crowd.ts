import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "@/db/client";
import { allRated, type TestStudy, text } from "../db/a-study";

interface Acknowledged {
  readonly words: string;
  readonly receipt: string;
}

/** What a crowd of experts did: every answer has words of its own, by which it is found again. */
export interface Crowd {
  readonly attempted: ReadonlySet<string>;
  readonly acknowledged: readonly Acknowledged[];
  /** Milliseconds from sending to the last byte, of what was acknowledged at the first try. */
  readonly times: readonly number[];
  /** Requests that got no answer or one of 500 and more, by what came instead. */
  readonly failures: ReadonlyMap<string, number>;
  /** Lets every expert go on until what they send is acknowledged, and then ends. */
  readonly end: () => Promise<void>;
}

/** Opens every personal link of the study at the app, as experts' scripts do; the cookies are their seats. */
export async function seated(url: string, study: TestStudy): Promise<readonly string[]> {
  const cookies: string[] = [];
  for (const token of study.links) {
    const answer = await ask(url, "/api/panel/session", "POST", { token });
    if (answer.status !== 200) throw new Error(`A link was answered with ${answer.status} ${answer.body}`);
    cookies.push(answer.cookie);
  }
  return cookies;
}

/**
 * Experts who submit again and again, each thinking for a while in between, and who send the same again until
 * they have a receipt, as the page does.
 */
export function crowd(
  url: string,
  cookies: readonly string[],
  thinking: () => number,
  name = "Expert",
): Crowd {
  const attempted = new Set<string>();
  const acknowledged: Acknowledged[] = [];
  const times: number[] = [];
  const failures = new Map<string, number>();
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);

  const expert = async (cookie: string, at: number) => {
    await pause(thinking());
    for (let turn = 1; !ending.signal.aborted; turn += 1) {
      await submit(cookie, `${name} ${at}, answer ${turn}`, (turn % 5) + 1);
      await pause(thinking(), undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const submit = async (cookie: string, words: string, point: number) => {
    attempted.add(words);
    const body = { round: 1, answers: [...allRated(point), text("bridge", "rationale", words)] };
    for (let tries = 1; ; tries += 1) {
      const begun = performance.now();
      const answer = await ask(url, "/api/panel/submissions", "POST", body, cookie);
      if (answer.status === 200) {
        if (tries === 1) times.push(performance.now() - begun);
        acknowledged.push({ words, receipt: JSON.parse(answer.body).receipt });
        return;
      }
      const what = answer.status === 0 ? answer.body : `${answer.status}`;
      failures.set(what, (failures.get(what) ?? 0) + 1);
      if (answer.status > 0 && answer.status < 500)
        throw new Error(`Refused: ${answer.status} ${answer.body}`);
      await pause(100);
    }
  };
  const experts = Promise.all(cookies.map(expert));
  experts.catch(() => {});
  return {
    attempted,
    acknowledged,
    times,
    failures,
    end: async () => {
      ending.abort();
      await experts;
    },
  };
}

/** What the database holds of it, read on the present connection of this process. */
async function storedOf(study: TestStudy) {
  const rows = await sql()<{ words: string; receipt: string; answers: number }[]>`
    select given.text as words, submission.receipt, (
      select count(*)::int from answer
      where study_id = given.study_id and round = given.round and seat_id = given.seat_id
        and revision = given.revision) as answers
    from answer_text given join submission using (study_id, round, seat_id, revision)
    where given.study_id = ${study.id} and item = 'bridge' and part = 'rationale'`;
  const [submissions] = await sql()<{ count: number }[]>`
    select count(*)::int as count from submission where study_id = ${study.id}`;
  return { rows, submissions: submissions!.count };
}

/** Acknowledged ⊆ stored ⊆ attempted, none twice, none in part, each under the receipt that was given for it. */
export async function faultsOf({ acknowledged, attempted }: Crowd, study: TestStudy) {
  const { rows, submissions } = await storedOf(study);
  const receipts = new Map(rows.map((row) => [row.words, row.receipt]));
  return {
    lost: acknowledged.filter(({ words, receipt }) => receipts.get(words) !== receipt).length,
    unasked: rows.filter((row) => !attempted.has(row.words)).length,
    twice: rows.length - receipts.size,
    inPart: rows.filter((row) => row.answers !== allRated(1).length).length + submissions - rows.length,
  };
}

export const noFaults = { lost: 0, unasked: 0, twice: 0, inPart: 0 };

interface Answer {
  /** 0 where none came. */
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
}

export async function ask(
  url: string,
  path: string,
  method: "GET" | "POST",
  body?: unknown,
  cookie?: string,
): Promise<Answer> {
  try {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", origin: originOf(url), ...(cookie && { cookie }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const cookies = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
    return { status: answer.status, body: await answer.text(), cookie: cookies.join("; ") };
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name: string };
    return { status: 0, body: cause?.code ?? name, cookie: "" };
  }
}

/** The address that people see; the requests go straight to the machine. */
const originOf = (url: string): string => url.replace("127.0.0.1", "localhost");
