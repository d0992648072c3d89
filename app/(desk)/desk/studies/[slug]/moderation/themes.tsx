"use client";

import { useTranslations } from "next-intl";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { Disclosure } from "@/ui/disclosure";
import { ActionForm } from "../../../_parts/action-form";
import { Confirm } from "../../../_parts/confirm";
import { FormText, Submit } from "../../../_parts/form-fields";
import { nameThemeAction } from "./actions";

/** The themes of a question with how many answers of this round stand under each, to rename or to take away. */
export function Themes({
  study,
  themes,
  texts,
}: {
  study: string;
  themes: ModeratedItem["themes"];
  texts: readonly TextToModerate[];
}) {
  const t = useTranslations("desk.moderation.themes");
  const count = (id: string) => texts.filter((text) => text.themeId === id).length;
  return (
    <Disclosure quiet summary={<span className="text-sm">{t("title", { count: themes.length })}</span>}>
      <p className="max-w-measure font-sans text-sm text-muted">{t("how")}</p>
      <ul className="mt-2 border-t border-line">
        {themes.map(({ id, name }) => (
          <li key={`${id} ${name}`} className="flex flex-wrap items-end gap-3 border-b border-line py-3">
            <ActionForm
              action={nameThemeAction}
              hidden={{ study, theme: id, was: name }}
              className="flex flex-wrap items-end gap-3"
            >
              <FormText
                name="name"
                label={t("name", { answers: count(id) })}
                defaultValue={name}
                maxLength={120}
              />
              <Submit look="secondary">{t("rename")}</Submit>
            </ActionForm>
            <Confirm
              action={nameThemeAction}
              hidden={{ study, theme: id, was: name, drop: "yes" }}
              look="quiet"
              open={t("drop")}
              title={t("drop-title", { name })}
              what={t("drop-what", { answers: count(id) })}
              confirm={t("drop")}
              cancel={t("keep")}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
