import { getLocale, getTranslations } from "next-intl/server";
import type { Reading } from "@/delphi/reading";
import { speaker } from "@/delphi/speak";

/** Says a reading of delphi/ in the language of the page: `const say = await sayer()`, then `say(readFigure(…))`. */
export async function sayer(): Promise<(reading: Reading) => string> {
  const [locale, sentence] = await Promise.all([getLocale(), getTranslations("shared.reading")]);
  return speaker(locale, sentence);
}
