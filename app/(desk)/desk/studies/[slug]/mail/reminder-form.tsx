import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { isStrict } from "@/delphi/protocol";
import { plannedLetters, type ReminderPlan } from "@/delphi/reminder-plan";
import { zonedMoment } from "@/delphi/zoned-moment";
import { ActionForm } from "../../../_parts/action-form";
import { FormSelect, FormText, Submit } from "../../../_parts/form-fields";
import { planAction } from "./actions";

/** When reminders leave by themselves, within limits, and what that means for the open round. */
export async function ReminderForm({ study, plan }: { study: DeskStudy; plan: ReminderPlan }) {
  const t = await getTranslations("desk.mail.reminders");
  const open = study.rounds.find((round) => round.state === "open");
  return (
    <section className="max-w-2xl space-y-4">
      <h3 className="text-lg">{t("title")}</h3>
      <p>{t(isStrict(study) ? "how-strict" : "how")}</p>
      <p className="text-muted">{t("limits")}</p>
      {open ? <OpenRound round={open} plan={plan} /> : null}
      <ActionForm action={planAction} hidden={{ study: study.slug }} className="space-y-5">
        <FormText
          name="daysBefore"
          path="plan.daysBefore"
          inputMode="numeric"
          label={t("days")}
          hint={t("days-hint")}
          defaultValue={plan.daysBefore.join(", ")}
        />
        <FormSelect
          name="closingSoon"
          label={t("call")}
          hint={t("call-hint")}
          defaultValue={plan.closingSoon === null ? "" : String(plan.closingSoon)}
        >
          <option value="">{t("no-call")}</option>
          {[1, 2, 3, 5, 7].map((days) => (
            <option key={days} value={days}>
              {t("call-days", { days })}
            </option>
          ))}
        </FormSelect>
        <FormSelect name="most" label={t("most")} hint={t("most-hint")} defaultValue={String(plan.most)}>
          {[1, 2, 3, 4, 5].map((most) => (
            <option key={most} value={most}>
              {most}
            </option>
          ))}
        </FormSelect>
        <Submit look="secondary">{t("save")}</Submit>
      </ActionForm>
    </section>
  );
}

async function OpenRound({ round, plan }: { round: DeskStudy["rounds"][number]; plan: ReminderPlan }) {
  const t = await getTranslations("desk.mail.reminders");
  const letters = plannedLetters(plan, round, new Date());
  if (round.closesAt === null) return <p>{t("no-close", { round: round.number })}</p>;
  if (letters.length === 0) return <p>{t("none-left", { round: round.number })}</p>;
  return (
    <div>
      <p>{t("for-round", { round: round.number })}</p>
      <ul className="list-disc pl-5">
        {letters.map(({ letter, at }) => (
          <li key={at.getTime()}>{t(`next.${letter}`, { at: zonedMoment(at, round.zone) })}</li>
        ))}
      </ul>
    </div>
  );
}
