"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldError } from "@/ui/field";
import type { Words } from "./sheet-edits";

/** Asks whether the meaning changed, and says what either answer does to the figures. */
export function Substance({
  value,
  choose,
  error,
}: {
  value: Words["substance"];
  choose: (value: "yes" | "no") => void;
  error: string | undefined;
}) {
  const t = useTranslations("desk.sheet.edit.substance");
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-medium">{t("question")}</legend>
      {(["no", "yes"] as const).map((answer) => (
        <label key={answer} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
          <input
            type="radio"
            name={`${id}-substance`}
            checked={value === answer}
            onChange={() => choose(answer)}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>
            {t(`${answer}.label`)}
            <span className="block text-sm text-muted">{t(`${answer}.means`)}</span>
          </span>
        </label>
      ))}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
