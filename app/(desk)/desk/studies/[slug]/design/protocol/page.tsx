import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Protocol } from "@/delphi/protocol";
import { severAfterDays } from "@/delphi/severing";
import { ActionForm } from "../../../../_parts/action-form";
import { studyOf } from "../../../../_parts/desk-data";
import { FormArea, FormCheck, FormSelect, FormText, Submit } from "../../../../_parts/form-fields";
import { mayEdit } from "../may-edit";
import { AboutExpertFields } from "./about-expert-fields";
import { saveProtocolAction } from "./actions";
import { PositionFields } from "./position-fields";
import { Rules } from "./rules";

type Props = { params: Promise<{ slug: string }> };

/** The protocol while it can still be changed. Numbers and choices here are what the panel will be promised. */
export default async function ProtocolPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.design.protocol");
  const study = await studyOf(slug);
  if (!mayEdit(study)) notFound();
  const { protocol, version } = study;
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t("edit-title")}</h2>
      <p>{t("how")}</p>
      <ActionForm action={saveProtocolAction} hidden={{ study: slug, version }} className="space-y-8">
        <FormText
          name="rounds"
          type="number"
          min={1}
          max={10}
          label={t("rounds")}
          defaultValue={protocol.rounds}
        />
        <FormText
          name="minimumGroup"
          type="number"
          min={3}
          max={50}
          label={t("minimum-group")}
          hint={t("minimum-group-hint")}
          defaultValue={protocol.minimumGroup}
        />
        <Rules study={study} />
        <Choices protocol={protocol} />
        <FormCheck
          name="closesWhenAllFinished"
          label={t("closes-when-all")}
          hint={t("closes-when-all-hint")}
          defaultChecked={protocol.closesWhenAllFinished ?? false}
        />
        <FormSelect
          name="anonymity"
          label={t("anonymity.label")}
          hint={t("anonymity.hint")}
          defaultValue={protocol.anonymity}
        >
          <option value="sealed">{t("anonymity.sealed")}</option>
          <option value="strict">{t("anonymity.strict")}</option>
        </FormSelect>
        <FormText
          name="severAfterDays"
          type="number"
          min={7}
          max={365}
          label={t("sever-after")}
          hint={t("sever-after-hint")}
          defaultValue={severAfterDays(protocol)}
        />
        <FormText
          name="rewordAbove"
          path="protocol.betweenRounds.rewordAbove"
          type="number"
          min={0}
          max={100}
          label={t("reword-above")}
          note={t("optional")}
          hint={t("reword-above-hint")}
          defaultValue={protocol.betweenRounds?.rewordAbove ?? ""}
        />
        <FormCheck
          name="panelItems"
          label={t("panel-items")}
          hint={t("panel-items-hint")}
          defaultChecked={protocol.betweenRounds?.panelItems ?? false}
        />
        <Feedback protocol={protocol} />
        <IntervalsField study={study} />
        <PositionFields study={study} />
        <AboutExpertFields protocol={protocol} />
        <FormArea
          name="strata"
          label={t("strata")}
          hint={t("strata-hint")}
          defaultValue={protocol.strata.map((stratum) => stratum.title).join("\n")}
        />
        <FormCheck
          name="earlyPublication"
          label={t("early-publication")}
          hint={t("early-publication-hint")}
          defaultChecked={protocol.earlyPublication}
        />
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}

async function Choices({ protocol }: { protocol: Protocol }) {
  const t = await getTranslations("desk.design.protocol");
  const choices = {
    stopping: ["all-stable", "hybrid", "fixed"],
    closing: ["by-hand", "on-schedule"],
  } as const;
  return (["stopping", "closing"] as const).map((name) => (
    <FormSelect key={name} name={name} label={t(`${name}.label`)} defaultValue={protocol[name]}>
      {choices[name].map((choice) => (
        <option key={choice} value={choice}>
          {t(`${name}.${choice}`)}
        </option>
      ))}
    </FormSelect>
  ));
}

/** Only where something is estimated: it says nothing of any other answer. */
async function IntervalsField({ study: { protocol, items } }: { study: DeskStudy }) {
  if (!protocol.showsIntervals && items.every(({ kind }) => kind !== "estimate")) return null;
  const t = await getTranslations("desk.design.protocol");
  return (
    <FormCheck
      name="showsIntervals"
      label={t("intervals")}
      hint={t("intervals-hint")}
      defaultChecked={protocol.showsIntervals ?? false}
    />
  );
}

async function Feedback({ protocol }: { protocol: Protocol }) {
  const t = await getTranslations("desk.design.protocol.feedback");
  return (
    <fieldset>
      <legend className="font-sans text-base font-medium">{t("legend")}</legend>
      {(["reasons", "distribution", "strata"] as const).map((name) => (
        <FormCheck
          key={name}
          name={`feedback-${name}`}
          label={t(name)}
          defaultChecked={protocol.feedback[name]}
        />
      ))}
    </fieldset>
  );
}
