import { getTranslations } from "next-intl/server";
import { importedNotes } from "@/app/_server/imported";
import { sayer } from "@/app/_server/say";
import { environment } from "@/db/environment";
import { estimatesTable } from "@/delphi/deposit/estimates-table";
import { wrappedLines } from "@/delphi/deposit/wrapped-lines";
import { licenceUrl } from "@/delphi/licence";
import { summarise } from "@/delphi/summary";
import type { EditionTexts } from "@/delphi/verification/bundle-files";
import { BUNDLE_LIST } from "./bundle-list";
import type { Published } from "./data-file";

/** What a bundle is and how to check it, in plain words, for whoever opens it years later. */
export async function readme({ edition, digest }: Published, texts: EditionTexts): Promise<string> {
  const text = await getTranslations("public.readme");
  const say = await sayer();
  const { slug, title, question, organiser, simulated } = edition.study;
  const { agreement, disagreement, movement } = summarise(edition.items, edition.rounds);
  const absent = [
    ...(texts.parts.size > 0 ? [] : ["parts"]),
    ...(estimatesTable(edition) ? [] : ["estimates"]),
  ];
  const files = BUNDLE_LIST.filter(({ about }) => !absent.includes(about));
  const width = Math.max(...files.map(({ name }) => name.length)) + 2;
  const list = files.map(({ name, about }) => name.padEnd(width) + text(`file.${about}`)).join("\n");
  const imported = await importedNotes(edition.rounds);
  const paragraphs = [
    text("title", { title, number: edition.number, date: edition.publishedOn }),
    ...(simulated ? [text("simulated")] : []),
    ...(imported.length > 0 ? [imported.join(" ")] : []),
    question,
    [agreement, disagreement, movement].map(say).join(" "),
    text("organiser", { organiser: organiser || "Tholos", url: `${environment().url}/studies/${slug}` }),
    list,
    ...(edition.study.licence
      ? [text("licence", { licence: edition.study.licence, url: licenceUrl(edition.study.licence) })]
      : []),
    text("digest", { digest }),
    text("check"),
    text("answers"),
    ...([...texts.parts.values()].some((part) => part.includes('"tholos-tombstone/1"'))
      ? [text("removed")]
      : []),
  ];
  return `${paragraphs.map((one) => (one === list ? one : wrappedLines(one, 96).join("\n"))).join("\n\n")}\n`;
}
