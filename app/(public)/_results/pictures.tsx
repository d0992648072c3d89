import { getTranslations } from "next-intl/server";
import type { Edition } from "@/delphi/publication";
import { plateNames } from "../_plates/plate-names";
import { PlateList } from "./plate-list";

/** The pictures of the whole of an edition as files, and the lines that set one into another page. */
export async function Pictures({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results.pictures");
  return <PlateList edition={edition} title={text("title")} names={plateNames(edition)} />;
}
