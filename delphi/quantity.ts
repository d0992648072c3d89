import type { QuantityScale } from "./scale";

// The browser reads this file too: what it imports is part of every questionnaire.

const DAY = 86_400_000;

/** "2031-05-14" as days since 1 January 1970; null for what is no date. */
export function dayOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || isoOf(time / DAY) !== text ? null : time / DAY;
}

/** The day as a date field takes it: "2031-05-14". */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const WRITTEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A value as it is read: "12.5 GW", "40%", "14 May 2031". A figure may have one decimal more than an answer. */
export function quantityText(scale: QuantityScale, value: number): string {
  if (scale.kind === "date") return WRITTEN.format(Math.round(value) * DAY);
  const maximumFractionDigits = scale.decimals + 1;
  const number = new Intl.NumberFormat("en", { maximumFractionDigits, useGrouping: "min2" }).format(value);
  return scale.unit === "" ? number : scale.unit === "%" ? `${number}%` : `${number} ${scale.unit}`;
}

/** A distance on the scale: "3.5 GW", "40 days". */
export function quantityWidth(scale: QuantityScale, width: number): string {
  if (scale.kind === "number") return quantityText(scale, width);
  const days = Math.round(width);
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** What was typed, as a value; as it stands where it can't be read as one. */
export function quantityIn(kind: QuantityScale["kind"], typed: string): number | string {
  const text = typed.trim();
  if (kind === "date") return dayOf(text) ?? text;
  // "12,500" has its thousands apart; "12,5" could be meant either way, so it is asked about and not guessed.
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  const digits = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(digits) ? Number(digits) : text;
}

/** A value as its field shows it again. */
export const quantityTyped = (kind: QuantityScale["kind"], value: number | string): string =>
  kind === "date" && typeof value === "number" && Number.isInteger(value) ? isoOf(value) : String(value);

/** Beyond it neighbouring numbers with four decimals can't be told apart. */
const LARGEST = 1e11;

/** Why this can't be an answer on this scale, in a sentence; null where it can. */
export function wrongQuantity(scale: QuantityScale, value: number | string): string | null {
  if (typeof value === "string")
    return scale.kind === "date"
      ? `“${value}” is not a date. Write it like 2031-05-14.`
      : `“${value}” is not a number. Write it with digits, like 1200 or 12.5.`;
  const text = quantityText(scale, value);
  if (scale.kind === "date" && !Number.isInteger(value)) return "This is not a whole day.";
  if (scale.kind === "number" && Number(value.toFixed(scale.decimals)) !== value)
    return scale.decimals === 0
      ? `${value} is not a whole number.`
      : `${value} has more than ${scale.decimals === 1 ? "one decimal" : `${scale.decimals} decimals`}.`;
  if (scale.min !== null && value < scale.min)
    return scale.kind === "date"
      ? `${text} is before the first possible day, ${quantityText(scale, scale.min)}.`
      : `${text} is below the lowest possible value, ${quantityText(scale, scale.min)}.`;
  if (scale.max !== null && value > scale.max)
    return scale.kind === "date"
      ? `${text} is after the last possible day, ${quantityText(scale, scale.max)}.`
      : `${text} is above the highest possible value, ${quantityText(scale, scale.max)}.`;
  return Math.abs(value) > LARGEST ? `${text} is too large a number.` : null;
}
