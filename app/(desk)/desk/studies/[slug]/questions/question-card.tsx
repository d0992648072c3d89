import { getTranslations } from "next-intl/server";
import type { DeskQuestion } from "@/db/queries/panel-questions";
import { Disclosure } from "@/ui/disclosure";
import { Status } from "@/ui/status";
import { ActionForm } from "../../../_parts/action-form";
import { FormArea, FormRadios, Submit } from "../../../_parts/form-fields";
import { answerAction } from "./actions";

type Props = { study: string; question: DeskQuestion };

/** A question and its answer; an answered one is folded over the form that changes it. */
export async function QuestionCard({ study, question }: Props) {
  const t = await getTranslations("desk.questions");
  const { text, shown, answer, audience } = question;
  const state = audience === null ? "waiting" : `to-${audience === "panel" ? "all" : "asker"}`;
  return (
    <div className="space-y-3">
      <Status tone={answer === null ? "waiting" : "done"}>{t(state)}</Status>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
      {shown && audience === "panel" ? (
        <p className="text-base text-muted [overflow-wrap:anywhere]">{t("reworded", { text: shown })}</p>
      ) : null}
      {answer === null ? (
        <AnswerForm study={study} question={question} />
      ) : (
        <>
          <p className="whitespace-pre-line border-l-2 border-line pl-4 [overflow-wrap:anywhere]">{answer}</p>
          <Disclosure summary={t("change")}>
            <AnswerForm study={study} question={question} />
          </Disclosure>
        </>
      )}
    </div>
  );
}

async function AnswerForm({ study, question: { id, text, shown, answer, audience } }: Props) {
  const t = await getTranslations("desk.questions");
  return (
    <ActionForm
      action={answerAction}
      hidden={{ study, question: id, former: answer ?? "", ...(audience === "panel" && { audience }) }}
      className="space-y-4"
    >
      <FormArea name="answer" label={t("answer")} defaultValue={answer ?? ""} required maxLength={4000} />
      {audience === "panel" ? null : (
        <FormRadios
          name="audience"
          legend={t("audience")}
          defaultValue={audience ?? "panel"}
          choices={[
            { value: "panel", label: t("panel") },
            { value: "asker", label: t("asker") },
          ]}
        />
      )}
      <FormArea
        name="shown"
        label={t("shown")}
        hint={t("shown-hint")}
        defaultValue={shown ?? text}
        maxLength={1000}
        rows={2}
      />
      <Submit look={answer === null ? "primary" : "secondary"}>
        {t(answer === null ? "send" : "change")}
      </Submit>
    </ActionForm>
  );
}
