import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { ExpertInvitation } from "@/db/queries/invitation";
import { ButtonLink } from "@/ui/button";
import { Status } from "@/ui/status";

/** Where an expert who agreed to take part stands, and the one thing to do next. */
export function Standing({ invitation }: { invitation: ExpertInvitation }) {
  const round = invitation.rounds.at(-1);
  if (!round || !invitation.own) return null;
  // Nobody could answer it here.
  if (round.imported) return null;
  return round.state === "open" ? (
    <OpenRound round={round} own={invitation.own} />
  ) : (
    <ClosedRound
      round={round.number}
      submitted={invitation.own.submission !== null}
      invitation={invitation}
    />
  );
}

type Round = ExpertInvitation["rounds"][number];
type Own = NonNullable<ExpertInvitation["own"]>;

async function OpenRound({ round, own }: { round: Round; own: Own }) {
  const text = await getTranslations("panel.start.open");
  const { moment } = await dates();
  return (
    <section className="space-y-4">
      <p>
        <Status tone="current">{text("new", { round: round.number })}</Status>
      </p>
      <p>{text(standingOf(own), { answered: own.answered, round: round.number })}</p>
      <p className="text-base text-muted">
        {round.closesAt ? text("until", { closes: moment(new Date(round.closesAt)) }) : text("by-hand")}
      </p>
      <div className="flex flex-wrap gap-3">
        <NextStep round={round.number} own={own} />
      </div>
    </section>
  );
}

function standingOf({ answered, unsubmitted, submission }: Own): "none" | "draft" | "submitted" | "changed" {
  if (submission) return unsubmitted ? "changed" : "submitted";
  return answered > 0 ? "draft" : "none";
}

async function NextStep({ round, own }: { round: number; own: Own }) {
  const text = await getTranslations("panel.start.open");
  const standing = standingOf(own);
  if (standing === "none")
    return <ButtonLink href="/panel/questionnaire">{text("begin", { round })}</ButtonLink>;
  if (standing === "submitted")
    return (
      <>
        <ButtonLink href="/panel/questionnaire">{text("revise")}</ButtonLink>
        <ButtonLink href="/panel/receipt" look="secondary">
          {text("receipt")}
        </ButtonLink>
      </>
    );
  const finished = standing === "changed" || own.open === 0;
  return (
    <>
      <ButtonLink href="/panel/questionnaire" look={finished ? "secondary" : "primary"} className="order-2">
        {text("continue", { round })}
      </ButtonLink>
      <ButtonLink href="/panel/review" look={finished ? "primary" : "secondary"} className="order-2">
        {text("review")}
      </ButtonLink>
    </>
  );
}

async function ClosedRound({
  round,
  submitted,
  invitation,
}: {
  round: number;
  submitted: boolean;
  invitation: ExpertInvitation;
}) {
  const text = await getTranslations("panel.start.closed");
  const open = await getTranslations("panel.start.open");
  return (
    <section className="space-y-4">
      <p>
        <Status tone="done">{text("title", { round })}</Status>
      </p>
      {invitation.cancelReason ? <p>{text("cancelled", { reason: invitation.cancelReason })}</p> : null}
      <p>{invitation.concluded ? text("concluded") : text(submitted ? "submitted" : "missed")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/panel/receipt" look="secondary">
          {open("receipt")}
        </ButtonLink>
        <ButtonLink href={`/studies/${invitation.slug}`} look="quiet">
          {text("results")}
        </ButtonLink>
      </div>
    </section>
  );
}
