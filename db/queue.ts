import PgBoss from "pg-boss";
import { StudyLetter } from "@/delphi/letter";
import type { RehearsalSettings } from "@/delphi/rehearsal";
import type { Client, Sql, TransactionSql } from "./client";
import { connectionOf } from "./connection";
import type { Tx } from "./run";

/** The letters to the panel: those of a study, and those that somebody asks for themselves. */
export const PANEL_LETTERS = [...StudyLetter.options, "lost-link", "new-link"] as const;
export type PanelLetter = (typeof PANEL_LETTERS)[number];

export type Trouble = "opening" | "closing";

/** What waits in each queue. A job names rows; it never holds a token, an address or a rendered mail. */
export interface Jobs {
  readonly "mail-panel": {
    readonly study: string;
    readonly invitation: string;
    readonly letter: PanelLetter;
    /** What it is part of, where its fate is noted; none for what somebody asked for. */
    readonly mailing?: string;
  };
  /** A letter in a study's words, filled with an example, to the facilitator who wants to see it. */
  readonly "mail-test": { readonly study: string; readonly member: string; readonly letter: StudyLetter };
  /** Tells an owner of something that could not happen on time. */
  readonly "mail-trouble": { readonly study: string; readonly member: string; readonly about: Trouble };
  readonly "mail-sign-in": { readonly facilitator: string };
  readonly "mail-member": { readonly study: string; readonly member: string };
  readonly rehearse: {
    readonly study: string;
    readonly owner: string | null;
    readonly settings: RehearsalSettings;
  };
  readonly "open-due-rounds": object;
  readonly "close-due-rounds": object;
  readonly "send-planned-mail": object;
  readonly "mark-rehearsals": object;
  readonly nightly: object;
}

export type Queue = keyof Jobs;

/**
 * Queues jobs in the caller's transaction, in one statement: they exist if and only if what caused them does.
 * A letter that waits already is not queued again, nor is a lost link that was mailed in the last minutes.
 * @returns how many were queued
 */
export async function enqueue<Q extends Queue>(
  tx: Tx,
  queue: Q,
  data: readonly Jobs[Q][],
  options: { readonly startAfter?: Date } = {},
): Promise<number> {
  if (data.length === 0) return 0;
  let queued = 0;
  const adapter = bossDb(connectionOf(tx));
  const executeSql = async (text: string, values: unknown[]) => {
    const result = await adapter.executeSql(text, values);
    queued = result.count;
    return result;
  };
  const startAfter = options.startAfter?.toISOString();
  const jobs = data.map((one) => ({ name: queue, data: one, startAfter, ...onceFor(queue, one) }));
  await sender.insert(jobs, { db: { executeSql } });
  return queued;
}

/** The key by which pg-boss recognises a job that waits already, and what goes before mass mail. */
function onceFor<Q extends Queue>(queue: Q, data: Jobs[Q]): Omit<PgBoss.JobInsert, "name"> {
  if ("facilitator" in data) return { singletonKey: data.facilitator };
  if ("settings" in data) return { singletonKey: data.study };
  if ("about" in data) return { singletonKey: `${data.about}:${data.study}:${data.member}` };
  // One at a time is enough to look at, and a button pressed often fills no mailbox.
  if ("member" in data && "letter" in data)
    return { singletonKey: `${data.letter}:${data.study}:${data.member}`, priority: 1 };
  if ("member" in data) return { singletonKey: `${data.study}:${data.member}` };
  if (!("letter" in data)) return { singletonKey: queue };
  const singletonKey = `${data.mailing ?? data.letter}:${data.invitation}`;
  // Anybody may ask for anybody's link, so asking again and again must not fill a mailbox.
  return data.letter === "lost-link"
    ? { singletonKey, singletonSeconds: 300, priority: 1 }
    : { singletonKey };
}

/** Makes the queues, or brings their settings up to date: under the migration lock, before anything is queued. */
export async function createQueues({ sql }: Client): Promise<void> {
  const boss = new PgBoss({ db: bossDb(sql), migrate: false, supervise: false, schedule: false });
  for (const [name, settings] of Object.entries(queueSettings)) {
    await boss.createQueue(name, { name, ...settings });
    await boss.updateQueue(name, { name, ...settings });
  }
}

/**
 * pg-boss over postgres.js, on a pool or inside a transaction. Its values go as text or numbers; its scripts
 * (BEGIN; …; COMMIT) need one connection from beginning to end.
 */
export function bossDb(connection: Sql | TransactionSql) {
  return {
    async executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[]; count: number }> {
      if (isScript(text)) return runScript(connection, text);
      const result = await connection.unsafe(text, values.map(asParameter));
      return { rows: [...result], count: result.count };
    },
  };
}

const isScript = (text: string): boolean => /^\s*BEGIN;/i.test(text);

async function runScript(
  connection: Sql | TransactionSql,
  text: string,
): Promise<{ rows: unknown[]; count: number }> {
  if (!("reserve" in connection)) throw new Error("A script of pg-boss can't run inside a transaction.");
  const own = await connection.reserve();
  try {
    await own.unsafe(text);
    return { rows: [], count: 0 };
  } catch (error) {
    await own.unsafe("rollback");
    throw error;
  } finally {
    own.release();
  }
}

// The pool was given to drizzle, which leaves JSON to its caller.
function asParameter(value: unknown): string | number | boolean | null | string[] {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value);
}

// Only builds statements: it is never started and has no connection of its own.
const sender = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error("A job is queued only inside a transaction.")) },
  migrate: false,
  supervise: false,
  schedule: false,
});

/**
 * Mails are tried nine times within 43 minutes, at growing distances; the worker clears what is settled within
 * a quarter of an hour, so what a row says about a person goes within the hour. "short": a key waits only once.
 * While no worker runs, jobs wait for a day.
 */
const mail = {
  policy: "short",
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 300,
  retentionMinutes: 1440,
} as const;

/** Whoever still waits for a sign-in link after a few minutes asks again. */
const signInMail = { ...mail, retryLimit: 3 };

const onTheClock = { policy: "short", retryLimit: 0, expireInSeconds: 3600, retentionMinutes: 60 } as const;

const queueSettings: Readonly<Record<Queue, Omit<PgBoss.Queue, "name">>> = {
  "mail-panel": mail,
  "mail-sign-in": signInMail,
  "mail-member": mail,
  "mail-test": signInMail,
  "mail-trouble": mail,
  rehearse: onTheClock,
  "open-due-rounds": onTheClock,
  "close-due-rounds": onTheClock,
  "send-planned-mail": onTheClock,
  "mark-rehearsals": onTheClock,
  nightly: onTheClock,
};
