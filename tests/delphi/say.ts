import { createTranslator } from "next-intl";
import shared from "@/app/_messages/en/shared.json";
import { speaker } from "@/delphi/speak";

const translator = createTranslator({ locale: "en", messages: shared, namespace: "reading" });

/** Says a reading in English, as the pages do. A missing sentence comes back as its key. */
export const say = speaker(
  "en",
  translator as unknown as (key: string, values?: Record<string, string | number>) => string,
);
