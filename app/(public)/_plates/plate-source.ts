import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { environment } from "@/db/environment";
import type { Edition } from "@/delphi/publication";

/** Where a picture comes from, so that it can be found and checked wherever it ends up. */
export async function plateSource(edition: Edition, digest: string): Promise<string> {
  const text = await getTranslations("public.plates");
  const { day } = await dates();
  const { slug, title, organiser } = edition.study;
  return text("source", {
    organiser: capitalised(organiser) || "Tholos",
    title,
    number: edition.number,
    date: day(edition.publishedOn),
    url: `${environment().url}/studies/${slug}/editions/${edition.number}`,
    digest: digest.slice(0, 16),
  });
}

/** It begins a sentence here. */
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
