import type { DeskStudy } from "@/db/queries/desk-study";
import type { Progress } from "@/db/queries/progress";
import { isAside } from "@/delphi/item";
import { protocolProblems, rollBelowMinimum } from "@/delphi/protocol-problems";
import { hasEnded } from "@/delphi/study";

/** What a study's desk should do next; each has one button on the overview, but for waiting. */
export type Step =
  | "write-items"
  | "fit-rules"
  | "import-panel"
  | "invite"
  | "open"
  | "scheduled"
  | "unschedule"
  | "wait"
  | "remind"
  | "close"
  | "moderate"
  | "publish"
  | "conclude"
  | "look";

/** One thing that the next step needs, and whether it is there. */
export type Check = {
  readonly check:
    | "items"
    | "organiser"
    | "rules"
    | "panel"
    | "enough"
    | "invited"
    | "answers"
    | "texts"
    | "published";
  readonly met: boolean;
  /** It can be gone without. */
  readonly optional: boolean;
};

export type NextStep = {
  readonly step: Step;
  readonly also: readonly Step[];
  readonly checks: readonly Check[];
};

/** Offers only what is valid in this phase: one step first, the others beside it. */
export function nextStep(study: DeskStudy, progress: Progress, sendsMail: boolean): NextStep {
  if (study.phase === "cancelled") return { step: "look", also: [], checks: [] };
  if (study.phase === "draft") return beforeRoundOne(study, progress, sendsMail);
  if (study.phase === "open") return whileOpen(study, progress, sendsMail);
  return betweenRounds(study, progress);
}

function beforeRoundOne(
  study: DeskStudy,
  { people, invited, opening }: Progress,
  sendsMail: boolean,
): NextStep {
  const { protocol, items, content } = study;
  const written = items.some((item) => !isAside(item.kind));
  const checks: Check[] = [
    { check: "items", met: written, optional: false },
    ...(written ? [{ check: "rules" as const, met: rulesFit(study, people), optional: false }] : []),
    { check: "organiser", met: content.organiser !== "" && content.contact !== "", optional: true },
    { check: "panel", met: people > 0, optional: false },
    ...(people > 0
      ? [{ check: "enough" as const, met: !rollBelowMinimum(protocol, people), optional: true }]
      : []),
    ...(sendsMail
      ? [{ check: "invited" as const, met: people > 0 && invited === people, optional: true }]
      : []),
  ];
  const steps = {
    items: "write-items",
    rules: "fit-rules",
    panel: "import-panel",
    invited: "invite",
  } as const;
  const needs = Object.keys(steps) as (keyof typeof steps)[];
  const missing = needs.find((need) => checks.some(({ check, met }) => check === need && !met));
  const ready = checks.every((one) => one.met || one.optional);
  if (opening) return { step: "scheduled", also: ["open", "unschedule"], checks };
  if (!missing) return { step: "open", also: [], checks };
  return { step: steps[missing], also: ready ? ["open"] : [], checks };
}

/** What the opening of round 1 would refuse. */
const rulesFit = ({ protocol, items }: DeskStudy, people: number): boolean =>
  protocolProblems(protocol, items, people || null).every(({ path }) => path === "minimumGroup");

function whileOpen(study: DeskStudy, progress: Progress, sendsMail: boolean): NextStep {
  const enough = (progress.round?.submitted ?? 0) >= study.protocol.minimumGroup;
  const checks: Check[] = [{ check: "answers", met: enough, optional: false }];
  const remind: readonly Step[] = sendsMail && progress.invited > 0 ? ["remind"] : [];
  const invite: readonly Step[] = sendsMail && progress.waiting > 0 ? ["invite"] : [];
  if (enough) return { step: "close", also: [...remind, ...invite], checks };
  return { step: "wait", also: [...remind, ...invite, "close"], checks };
}

function betweenRounds(study: DeskStudy, { waitingTexts, stop, opening }: Progress): NextStep {
  const closed = study.rounds.length;
  const published = study.editions.at(-1)?.rounds === closed;
  const concluded = hasEnded(study.phase);
  const last = concluded || stop || closed >= study.protocol.rounds;
  const checks: Check[] = [
    { check: "texts", met: waitingTexts === 0, optional: true },
    ...(last ? [{ check: "published" as const, met: published, optional: false }] : []),
  ];
  const roundsLeft = closed < study.protocol.rounds && !concluded;
  const others: readonly Step[] = [
    ...(roundsLeft ? (["open"] as const) : []),
    ...(published ? [] : (["publish"] as const)),
    ...(concluded ? [] : (["conclude"] as const)),
  ];
  if (opening && waitingTexts === 0)
    return {
      step: "scheduled",
      also: ["open", "unschedule", ...others.filter((one) => one !== "open")],
      checks,
    };
  const step = firstOf(waitingTexts > 0, last, published, concluded);
  return { step, also: others.filter((one) => one !== step), checks };
}

function firstOf(waiting: boolean, last: boolean, published: boolean, concluded: boolean): Step {
  if (waiting) return "moderate";
  if (!last) return "open";
  if (!published) return "publish";
  return concluded ? "look" : "conclude";
}
