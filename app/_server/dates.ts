import { getLocale } from "next-intl/server";

export type Dates = {
  /** "29 January 2026" */
  readonly day: (date: Date | string) => string;
  /** From one day to another: "3–9 May 2027", and one day alone where both are the same. */
  readonly span: (from: Date | string, to: Date | string) => string;
  /** With the time and its zone: "29 January 2026 at 14:05 UTC". */
  readonly moment: (date: Date) => string;
  /** A date that people wrote as exactly as they knew it: "2026-01" is "January 2026"; other words stay. */
  readonly written: (text: string) => string;
};

/** Dates as they stand on a page. */
export async function dates(): Promise<Dates> {
  const locale = await getLocale();
  // English pages are written in British spelling; their dates follow.
  const tag = locale === "en" ? "en-GB" : locale;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(tag, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  });
  return {
    day: (date) => day.format(new Date(date)),
    span: (from, to) => day.formatRange(new Date(from), new Date(to)),
    moment: (date) => moment.format(date),
    written: (text) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day.format(new Date(text));
      return /^\d{4}-\d{2}$/.test(text) ? month.format(new Date(`${text}-01`)) : text;
    },
  };
}
