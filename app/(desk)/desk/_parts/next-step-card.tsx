import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Progress } from "@/db/queries/progress";
import { zonedMoment } from "@/delphi/zoned-moment";
import { Status } from "@/ui/status";
import type { Check, NextStep } from "./next-step";
import { StepButton } from "./step-button";

/** The next step: a sentence, what it needs, its button; the other valid steps beside it. */
export async function NextStepCard({
  study,
  progress,
  next,
}: {
  study: DeskStudy;
  progress: Progress;
  next: NextStep;
}) {
  const t = await getTranslations("desk.overview");
  const values = {
    round: study.rounds.length,
    following: study.rounds.length + 1,
    submitted: progress.round?.submitted ?? 0,
    people: progress.people,
    k: study.protocol.minimumGroup,
    texts: progress.waitingTexts,
    opens: progress.opening ? zonedMoment(progress.opening.opensAt, progress.opening.zone) : "",
    uninvited: progress.waiting,
  };
  const runs = study.role === "owner" || study.role === "facilitator";
  return (
    <div className="space-y-5 rounded-md border border-line bg-card p-6">
      <p className="font-serif text-lg">{t(`step.${next.step}`, values)}</p>
      <ul className="space-y-1 text-base">
        {next.checks.map((check) => (
          <li key={check.check}>
            <Status tone={toneOf(check)}>
              {t(`check.${check.check}.${check.met ? "met" : "missing"}`, values)}
            </Status>
          </li>
        ))}
      </ul>
      {runs || next.step === "moderate" ? (
        <div className="flex flex-wrap gap-3">
          <StepButton step={next.step} look="primary" study={study} progress={progress} />
          {runs
            ? next.also.map((step) => (
                <StepButton key={step} step={step} look="secondary" study={study} progress={progress} />
              ))
            : null}
        </div>
      ) : null}
    </div>
  );
}

function toneOf({ met, optional }: Check) {
  if (met) return "done";
  return optional ? "waiting" : "caution";
}
