import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedItems } from "@/db/queries/asked-items";
import { hasOptions } from "@/delphi/item";
import { Notice } from "@/ui/notice";
import { ActionForm } from "../../../../../../_parts/action-form";
import { AskFirst } from "../../../../../../_parts/ask-first";
import { deskData, progressOf, studyOf } from "../../../../../../_parts/desk-data";
import { FormArea, FormRadios } from "../../../../../../_parts/form-fields";
import { mayCorrect } from "../../../may-edit";
import { correctWordsAction } from "./actions";
import { PartWords } from "./part-words";

type Props = { params: Promise<{ slug: string; item: string }> };

/** Other words for an item of the open round. No answer is touched, and no field here could touch one. */
export default async function WordsPage({ params }: Props) {
  const { slug, item: id } = await params;
  const study = await studyOf(slug);
  if (!mayCorrect(study)) notFound();
  const round = study.rounds.length;
  const [asked, progress] = await Promise.all([
    deskData((actor) => askedItems(actor, { study: slug, round })),
    progressOf(slug),
  ]);
  const item = asked.find((one) => one.id === id);
  if (!item) notFound();
  const t = await getTranslations("desk.design.words");
  const answered = progress.round?.submitted ?? 0;
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t("title")}</h2>
      <Notice title={t("stay", { answered })}>{t("how", { round })}</Notice>
      <ActionForm
        action={correctWordsAction}
        hidden={{ study: slug, version: study.version, item: id, round }}
        className="space-y-6"
      >
        <FormArea
          name="title"
          label={t("item-title")}
          rows={2}
          maxLength={300}
          required
          defaultValue={item.title}
        />
        <FormArea
          name="text"
          label={t("text")}
          note={t("optional")}
          maxLength={2000}
          defaultValue={item.text}
        />
        <FormArea
          name="help"
          label={t("help")}
          note={t("optional")}
          rows={3}
          maxLength={2000}
          defaultValue={item.help}
        />
        {item.parts.map((part, at) => (
          <PartWords key={part.id} part={part} option={hasOptions(item) ? at + 1 : undefined} />
        ))}
        <FormRadios
          name="meaning"
          legend={t("meaning.legend")}
          defaultValue=""
          choices={(["no", "yes"] as const).map((value) => ({
            value,
            label: t(`meaning.${value}`),
            hint: t(`meaning.${value}-hint`),
          }))}
        />
        <FormArea
          name="reason"
          label={t("reason")}
          hint={t("reason-hint")}
          rows={2}
          maxLength={2000}
          required
        />
        <AskFirst
          open={t("correct")}
          title={t("confirm-title")}
          what={t("confirm-what", { answered })}
          confirm={t("correct")}
          cancel={t("cancel")}
        />
      </ActionForm>
    </div>
  );
}
