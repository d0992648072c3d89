import { readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { speaker } from "@/delphi/speak";

const CATALOGUE = path.join(import.meta.dirname, "..", "app", "_messages", "en", "shared.json");

/** Says a reading of delphi/ in English, with the sentences that the pages use. */
export function sayer(): ReturnType<typeof speaker> {
  const messages = JSON.parse(readFileSync(CATALOGUE, "utf8")) as { reading: Record<string, never> };
  const sentence = createTranslator({ locale: "en", messages, namespace: "reading" });
  return speaker("en", (key, values) => sentence(key as never, values as never));
}
