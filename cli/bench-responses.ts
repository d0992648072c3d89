import { environment } from "@/db/environment";
import { belarusDesign } from "@/db/seed/belarus";
import { sectionsOf } from "@/delphi/questionnaire";
import { client, load, type Measured } from "./bench-load";
import { pagesProcessorTime, startBare } from "./bench-processes";
import { type BenchExpert, openStudy } from "./bench-study";
import { table } from "./bench-table";
import type { Closing } from "./closing";

const USERS = [1, 8, 32] as const;

type Seated = BenchExpert & { readonly cookie: string };

/**
 * Whole responses (open the questionnaire and submit it) and submissions alone, by so many users at once, beside
 * the bare server's insert in the same run; then what opening costs. Every act is another expert's first.
 */
export async function benchResponses(things: Closing, quick: boolean): Promise<string> {
  const responses = quick ? 60 : 400;
  console.error("Seating a panel.");
  const pages = client(environment().port);
  const experts = await openStudy("bench", responses * USERS.length * 3 + 150);
  const panel = await signedIn(pages.ask, experts);
  const take = (count: number) => panel.splice(0, count);
  const bare = await things.open(
    () => startBare(environment().databaseUrl ?? ""),
    (server) => server.stop(),
  );
  const bareClient = client(bare.port);

  const open = async ({ cookie }: Seated) => {
    await pages.ask({ method: "GET", path: "/api/panel/questionnaire", cookie });
  };
  const submit = async ({ cookie, answers }: Seated) => {
    await pages.ask({ method: "POST", path: "/api/panel/submissions", cookie, body: { round: 1, answers } });
  };
  const respond = async (expert: Seated) => {
    await open(expert);
    await submit(expert);
  };
  const insert = async ({ studyId, seat, answers }: Seated) => {
    await bareClient.ask({ method: "POST", path: "/", body: { studyId, seat, answers } });
  };

  await load(4, take(50), respond);
  await load(4, take(50), insert);
  const rows: string[][] = [];
  for (const users of USERS) {
    console.error(`Answering, ${users} at once.`);
    const whole = await load(users, take(responses), respond);
    const submitted = await load(users, take(responses), submit);
    const inserted = await load(users, take(responses), insert);
    rows.push([
      String(users),
      ...figures(whole),
      ...figures(submitted),
      ...figures(inserted),
      ratio(submitted, inserted),
    ]);
  }
  const opening = await openingCost(pages.ask, take(50), quick ? 4 : 20);
  pages.close();
  bareClient.close();
  const head = [
    "users",
    "responses/s",
    "p50",
    "p95",
    "submits/s",
    "p50",
    "p95",
    "bare/s",
    "p50",
    "p95",
    "submit ÷ bare",
  ];
  return [
    `Answering: ${experts[0]?.answers.length} answers each; times in milliseconds`,
    table(head, rows),
    "",
    opening,
  ].join("\n");
}

async function signedIn(
  ask: ReturnType<typeof client>["ask"],
  experts: readonly BenchExpert[],
): Promise<Seated[]> {
  const seated: Seated[] = [];
  await load(8, experts, async (expert) => {
    const { token } = expert;
    const { cookie } = await ask({ method: "POST", path: "/api/panel/session", body: { token } });
    seated.push({ ...expert, cookie });
  });
  return seated;
}

/** One user, again and again: the time and, where the system tells it, the pages' processor time. */
async function openingCost(ask: ReturnType<typeof client>["ask"], panel: readonly Seated[], times: number) {
  const [, second] = sectionsOf(belarusDesign("bench", []).items, undefined);
  const paths = {
    "questionnaire as JSON": "/api/panel/questionnaire",
    "a page of seven options": `/panel/questionnaire/${second?.id}`,
  };
  const rows: string[][] = [];
  for (const [name, path] of Object.entries(paths)) {
    const pile = Array.from({ length: times }, () => panel).flat();
    await load(1, panel, async ({ cookie }) => void (await ask({ method: "GET", path, cookie })));
    const before = pagesProcessorTime();
    const opened = await load(
      1,
      pile,
      async ({ cookie }) => void (await ask({ method: "GET", path, cookie })),
    );
    const processor = (pagesProcessorTime() - before) / pile.length;
    rows.push([name, opened.p50.toFixed(1), opened.p95.toFixed(1), processor.toFixed(1)]);
  }
  return `Opening, one user\n${table(["", "p50", "p95", "processor"], rows)}`;
}

const figures = ({ perSecond, p50, p95 }: Measured): string[] => [
  perSecond.toFixed(0),
  p50.toFixed(1),
  p95.toFixed(1),
];
const ratio = (ours: Measured, bare: Measured): string => (ours.perSecond / bare.perSecond).toFixed(2);
