import { createTranslator } from "next-intl";
import en from "./en.json";

/** The texts of one part of the letters. English is the only catalogue yet. */
export const words = <Part extends keyof typeof en>(part: Part) =>
  createTranslator({ locale: "en", messages: en, namespace: part, timeZone: "UTC", onError: refuse });

/** A missing text or value must stop a mail, not leave with it. */
function refuse(error: Error): never {
  throw error;
}
