import { getTranslations } from "next-intl/server";
import type { TextToModerate } from "@/db/queries/moderation";
import { Disclosure } from "@/ui/disclosure";
import { Status } from "@/ui/status";
import { ActionForm } from "../../../_parts/action-form";
import { FormArea, Submit } from "../../../_parts/form-fields";
import { moderateAction } from "./actions";

const TONES = { waiting: "waiting", released: "done", "held-back": "off" } as const;

/** One text with what was decided about it. An edit keeps the author's words beside the released ones. */
export async function TextCard({ study, text, kind }: { study: string; text: TextToModerate; kind: string }) {
  const t = await getTranslations("desk.moderation");
  const edited = text.released !== null && text.released !== text.text;
  const about = { study, text: text.id };
  return (
    <article className="flex flex-col gap-3 rounded-md border border-line bg-card p-4">
      <p className="flex flex-wrap justify-between gap-3 text-sm text-muted">
        <span className="font-sans">{kind}</span>
        <Status tone={TONES[text.state]}>{t(edited ? "state.edited" : `state.${text.state}`)}</Status>
      </p>
      <blockquote className="whitespace-pre-line [overflow-wrap:anywhere]">
        {text.released ?? text.text}
      </blockquote>
      {edited ? (
        <Disclosure quiet summary={<span className="text-sm">{t("original")}</span>}>
          <blockquote className="text-base whitespace-pre-line text-muted">{text.text}</blockquote>
        </Disclosure>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {text.state === "released" ? null : (
          <ActionForm action={moderateAction} hidden={{ ...about, state: "released" }}>
            <Submit look="secondary">{t("release")}</Submit>
          </ActionForm>
        )}
        {text.state === "held-back" ? null : (
          <ActionForm action={moderateAction} hidden={{ ...about, state: "held-back" }}>
            <Submit look="quiet">{t("hold-back")}</Submit>
          </ActionForm>
        )}
      </div>
      <Disclosure quiet summary={<span className="text-sm">{t("edit.open")}</span>}>
        <ActionForm action={moderateAction} hidden={{ ...about, state: "released" }} className="space-y-3">
          <FormArea
            name="released"
            label={t("edit.label")}
            hint={t("edit.hint")}
            defaultValue={text.released ?? text.text}
            maxLength={10_000}
          />
          <Submit look="secondary">{t("edit.submit")}</Submit>
        </ActionForm>
      </Disclosure>
    </article>
  );
}
