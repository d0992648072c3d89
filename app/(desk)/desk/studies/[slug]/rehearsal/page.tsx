import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type DeskListing, deskStudies } from "@/db/queries/desk-studies";
import { minutesFor } from "@/delphi/questionnaire";
import { rehearsalOf, usualRehearsal } from "@/delphi/rehearsal";
import { ButtonLink } from "@/ui/button";
import { ActionForm } from "../../../_parts/action-form";
import { Confirm } from "../../../_parts/confirm";
import { deskData, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { FormCheck, FormSelect, FormText, Submit } from "../../../_parts/form-fields";
import { PhaseStatus } from "../../../_parts/phase-status";
import { discardRehearsalAction, startRehearsalAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** A simulated panel answers a copy of the study, so that its length and its report can be seen beforehand. */
export default async function RehearsalPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.rehearsal");
  const study = await studyOf(slug);
  if (study.simulated || !(study.role === "owner" || study.role === "facilitator")) notFound();
  const own = await deskData((actor) => deskStudies(actor, {}));
  const copy = own.find((one) => one.slug === rehearsalOf(slug));
  return (
    <div className="max-w-2xl space-y-8">
      <DoneNotice search={searchParams} />
      <section className="space-y-4">
        <h2 className="text-xl">{t("title")}</h2>
        <p>{t("how")}</p>
        <p className="text-muted">{t("minutes", { minutes: minutesFor(study.items) })}</p>
      </section>
      {copy ? (
        <Played study={slug} copy={copy} />
      ) : (await searchParams).done === "rehearsing" ? (
        <Beginning study={slug} />
      ) : (
        <Settings study={slug} />
      )}
    </div>
  );
}

/** It was asked for just now; its copy is made in the background. */
async function Beginning({ study }: { study: string }) {
  const t = await getTranslations("desk.rehearsal");
  return (
    <section className="space-y-4 rounded-md border border-line bg-card p-6">
      <p>{t("beginning")}</p>
      <ButtonLink href={`/desk/studies/${study}/rehearsal`}>{t("again")}</ButtonLink>
    </section>
  );
}

async function Played({ study, copy }: { study: string; copy: DeskListing }) {
  const t = await getTranslations("desk.rehearsal");
  return (
    <section className="space-y-4 rounded-md border border-line bg-card p-6">
      <PhaseStatus phase={copy.phase} round={copy.round?.number ?? 0} />
      <p>{copy.editions > 0 ? t("ready", { people: copy.people }) : t("playing")}</p>
      <div className="flex flex-wrap gap-3">
        {copy.editions > 0 ? (
          <ButtonLink href={`/desk/studies/${copy.slug}/results`}>{t("results")}</ButtonLink>
        ) : (
          <ButtonLink href={`/desk/studies/${study}/rehearsal`}>{t("again")}</ButtonLink>
        )}
        <ButtonLink href={`/desk/studies/${copy.slug}`} look="secondary">
          {t("desk")}
        </ButtonLink>
        <Confirm
          action={discardRehearsalAction}
          hidden={{ study }}
          look="quiet"
          grave
          open={t("discard.open")}
          title={t("discard.title")}
          what={t("discard.what")}
          confirm={t("discard.confirm")}
          cancel={t("discard.cancel")}
        />
      </div>
    </section>
  );
}

const CHOICES = {
  spread: [8, 15, 25],
  convergence: [10, 30, 60],
  dropOut: [0, 5, 20],
} as const;

async function Settings({ study }: { study: string }) {
  const t = await getTranslations("desk.rehearsal");
  const usual = {
    spread: usualRehearsal.spread * 100,
    convergence: usualRehearsal.convergence * 100,
    dropOut: usualRehearsal.dropOut * 100,
  };
  return (
    <ActionForm action={startRehearsalAction} hidden={{ study }}>
      <FormText
        name="experts"
        path="settings.experts"
        label={t("experts")}
        hint={t("experts-hint")}
        inputMode="numeric"
        defaultValue={usualRehearsal.experts}
        required
      />
      {(["spread", "convergence", "dropOut"] as const).map((name) => (
        <FormSelect
          key={name}
          name={name}
          path={`settings.${name}`}
          label={t(`${name}.label`)}
          hint={t(`${name}.hint`)}
          defaultValue={String(usual[name])}
        >
          {CHOICES[name].map((share, at) => (
            <option key={share} value={share}>
              {t(`${name}.${(["little", "some", "much"] as const)[at]!}`)}
            </option>
          ))}
        </FormSelect>
      ))}
      <FormCheck
        name="changes"
        path="settings.changes"
        label={t("changes")}
        hint={t("changes-hint")}
        defaultChecked={usualRehearsal.changes}
      />
      <Submit>{t("submit")}</Submit>
    </ActionForm>
  );
}
