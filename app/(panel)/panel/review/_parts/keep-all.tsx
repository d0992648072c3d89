import { getTranslations } from "next-intl/server";
import type { Questionnaire } from "@/db/queries/questionnaire";
import { Button } from "@/ui/button";
import { AskingForm } from "../../../_parts/asking-form";
import { keepAllAction } from "../actions";
import { answersToKeep } from "./answers-to-keep";

/** Takes one's earlier answers over to every open item that has them, in one click. */
export async function KeepAll({ form, open }: { form: Questionnaire; open: ReadonlySet<string> }) {
  const count = new Set(answersToKeep(form.items, form.answers, form.earlier).map((one) => one.item)).size;
  if (open.size === 0 || count === 0) return null;
  const text = await getTranslations("panel.review");
  return (
    <AskingForm action={keepAllAction} className="space-y-3">
      <p className="text-base text-muted">{text("keep-text", { count })}</p>
      <Button look="secondary">{text("keep", { count })}</Button>
    </AskingForm>
  );
}
