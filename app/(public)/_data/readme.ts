import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { environment } from "@/db/environment";
import { summarise } from "@/delphi/summary";
import type { EditionTexts } from "@/delphi/verification/bundle-files";
import type { Published } from "./data-file";

/** What a bundle is and how to check it, in plain words, for whoever opens it years later. */
export async function readme({ edition, digest }: Published, texts: EditionTexts): Promise<string> {
  const text = await getTranslations("public.readme");
  const say = await sayer();
  const { slug, title, question, organiser, simulated } = edition.study;
  const { agreement, disagreement, movement } = summarise(edition.items, edition.rounds);
  const list = ["edition", "parts", "protocol", "table", "columns", "document", "receipts", "sums"]
    .map((file) => text(`file.${file}`))
    .join("\n");
  const paragraphs = [
    text("title", { title, number: edition.number, date: edition.publishedOn }),
    ...(simulated ? [text("simulated")] : []),
    question,
    [agreement, disagreement, movement].map(say).join(" "),
    text("organiser", { organiser: organiser || "Tholos", url: `${environment().url}/studies/${slug}` }),
    list,
    text("digest", { digest }),
    text("check"),
    text("answers"),
    ...([...texts.parts.values()].some((part) => part.includes('"tholos-tombstone/1"'))
      ? [text("removed")]
      : []),
  ];
  return `${paragraphs.map((one) => (one === list ? one : wrapped(one))).join("\n\n")}\n`;
}

/** Lines of at most 96 characters, so that it reads well in any editor; a longer word stays whole. */
const wrapped = (paragraph: string): string =>
  paragraph
    .split("\n")
    .map((line) => line.replace(/(?![^\n]{1,96}$)([^\n]{1,96})\s/g, "$1\n"))
    .join("\n");
