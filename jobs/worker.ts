import { environment } from "@/db/environment";
import { closeDueRounds } from "./close-due-rounds";
import { jobQueue } from "./job-queue";
import { mailMember } from "./mail-member";
import { mailPanel } from "./mail-panel";
import { mailSignIn } from "./mail-sign-in";
import { mailTest } from "./mail-test";
import { mailTrouble } from "./mail-trouble";
import { markRehearsals } from "./mark-rehearsals";
import { nightly } from "./nightly";
import { openDueRounds } from "./open-due-rounds";
import { playRehearsal } from "./play-rehearsal";
import { openPost } from "./post";
import { sendPlannedMail } from "./send-planned-mail";
import { type Serving, serve } from "./serve";

export interface Worker {
  /** Lets what is under way end, within ten seconds. Call it before the database's connections close. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts what runs in the background: mail, and what happens on time. Any number of workers may run on one
 * database, whose queues exist since its migration; each job is done by one of them.
 */
export async function startWorker(): Promise<Worker> {
  const ended = new AbortController();
  const boss = jobQueue(ended.signal);
  await boss.start();
  await boss.schedule("open-due-rounds", "* * * * *", {}, { tz: "UTC" });
  await boss.schedule("send-planned-mail", "* * * * *", {}, { tz: "UTC" });
  await boss.schedule("close-due-rounds", "* * * * *", {}, { tz: "UTC" });
  await boss.schedule("mark-rehearsals", "* * * * *", {}, { tz: "UTC" });
  await boss.schedule("nightly", "0 3 * * *", {}, { tz: "UTC" });

  const post = openPost(environment());
  const servings: readonly Serving[] = [
    serve(boss, "mail-panel", mailPanel(post, environment()), { atOnce: 10, everySeconds: 1 }),
    serve(boss, "mail-sign-in", mailSignIn(post, environment()), { atOnce: 5, everySeconds: 1 }),
    serve(boss, "mail-member", mailMember(post, environment()), { atOnce: 5, everySeconds: 2 }),
    serve(boss, "rehearse", playRehearsal, { atOnce: 1, everySeconds: 2 }),
    serve(boss, "mail-test", mailTest(post, environment()), { atOnce: 5, everySeconds: 1 }),
    serve(boss, "mail-trouble", mailTrouble(post, environment()), { atOnce: 5, everySeconds: 2 }),
    serve(boss, "open-due-rounds", openDueRounds, { atOnce: 1, everySeconds: 10 }),
    serve(boss, "send-planned-mail", sendPlannedMail, { atOnce: 1, everySeconds: 10 }),
    serve(boss, "close-due-rounds", closeDueRounds, { atOnce: 1, everySeconds: 10 }),
    serve(boss, "mark-rehearsals", markRehearsals, { atOnce: 1, everySeconds: 10 }),
    serve(boss, "nightly", nightly, { atOnce: 1, everySeconds: 30 }),
  ];
  return {
    stop: async () => {
      await Promise.race([Promise.all(servings.map((serving) => serving.stop())), tenSeconds()]);
      post.close();
      await boss.stop({ close: false, timeout: 1000 });
      ended.abort();
    },
  };
}

const tenSeconds = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 10_000).unref();
  });
