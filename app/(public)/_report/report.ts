import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { importedSentence } from "@/app/_server/imported";
import { environment } from "@/db/environment";
import { importedIn } from "@/delphi/imported";
import { numberOf, OUTLINE } from "@/delphi/reporting/outline";
import type { Published } from "../_data/data-file";
import { appendices } from "./appendices";
import { backgroundBlocks } from "./background";
import type { Block, Report } from "./blocks";
import { discussionBlocks } from "./discussion";
import { methodBlocks } from "./methods";
import type { SectionPages } from "./pdf-pages";
import { resultBlocks } from "./results";
import { summaryBlocks } from "./summary";

/** A chapter's sections, each with its blocks. */
export type Sections = Readonly<Record<string, readonly Block[]>>;

/**
 * An edition as a document, from its own text alone. Numbers of sections never depend on what an edition holds; the
 * pages they begin on are known only of a document that was printed before.
 */
export async function makeReport(published: Published, pages: SectionPages = new Map()): Promise<Report> {
  const { edition, digest } = published;
  const { slug, title, question, organiser, simulated } = edition.study;
  const text = await getTranslations("public.report");
  const mark = await getTranslations("shared.simulated");
  const elsewhere = await getTranslations("shared.imported");
  const imported = importedIn(edition.rounds);
  const { day } = await dates();
  const url = `${environment().url}/studies/${slug}/editions/${edition.number}`;
  const sections: Sections = {
    ...(await backgroundBlocks(edition)),
    ...(await methodBlocks(edition)),
    ...(await resultBlocks(published)),
    ...(await discussionBlocks(published, url)),
  };
  return {
    marks: [
      ...(simulated ? [{ mark: mark("mark"), sentence: mark("sentence") }] : []),
      ...(imported ? [{ mark: elsewhere("mark"), sentence: await importedSentence(imported) }] : []),
    ],
    over: text("over", { number: edition.number, rounds: edition.rounds.length }),
    title,
    question,
    facts: [
      [text("fact.organiser"), organiser || "Tholos"],
      [text("fact.published"), day(edition.publishedOn)],
      [text("fact.address"), url],
      [text("fact.digest"), digest],
    ],
    contents: text("contents"),
    foot: text("foot", {
      title: title.length > 70 ? `${title.slice(0, 69)}…` : title,
      number: edition.number,
      digest: digest.slice(0, 12),
      simulated: simulated ? "yes" : "no",
    }),
    blocks: [
      ...(await outlined(sections, await summaryBlocks(edition))),
      ...(await appendices(edition, pages)),
    ],
  };
}

/** Chapters and sections in their order; one without anything says so. */
async function outlined(sections: Sections, summary: readonly Block[]): Promise<Block[]> {
  const text = await getTranslations("public.report");
  return OUTLINE.flatMap(({ chapter, sections: names }): Block[] => [
    { kind: "chapter", number: numberOf(chapter), text: text(`title.${chapter}`) },
    ...(chapter === "summary" ? summary : []),
    ...names.flatMap((name): Block[] => {
      const blocks = sections[name] ?? [];
      return [
        { kind: "section", number: numberOf(name), text: text(`title.${name}`) },
        ...(blocks.length > 0 ? blocks : [{ kind: "quiet", text: text("nothing") } as const]),
      ];
    }),
  ]);
}
