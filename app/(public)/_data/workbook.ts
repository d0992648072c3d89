import { getTranslations } from "next-intl/server";
import { importedNotes } from "@/app/_server/imported";
import { sayer } from "@/app/_server/say";
import { environment } from "@/db/environment";
import { itemsTable } from "@/delphi/deposit/items-table";
import { readFigure } from "@/delphi/figure-reading";
import { type Item, type Part, partWords, ratedParts } from "@/delphi/item";
import { lastAsked } from "@/delphi/publication";
import { numberText } from "@/delphi/reading";
import { resultsTable } from "@/delphi/results-table";
import { standingFigure, summarise } from "@/delphi/summary";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { describeColumns } from "./columns";
import { dataFile, fileName, type Published } from "./data-file";
import { keptFile } from "./kept-file";
import { type Sheet, sheetOf, tableSheet, workbookOf } from "./sheets";

/** The edition as a workbook: what it is, what was asked, the main figures to read, the whole table, its columns. */
export async function workbook(published: Published): Promise<Uint8Array<ArrayBuffer>> {
  const { edition } = published;
  const { title, organiser } = edition.study;
  const text = await getTranslations("public.workbook");
  const items = itemsTable(edition);
  const table = resultsTable(edition);
  const described = await describeColumns(table.columns);
  const sheets = [
    await readMe(published),
    tableSheet(text("sheet.items"), items.columns, items.rows, {
      title: 50,
      question: 40,
      scale: 50,
      text: 50,
    }),
    await figures(published),
    tableSheet(text("sheet.data"), table.columns, table.rows, { item_title: 40, scale_labels: 30 }, false),
    tableSheet(text("sheet.columns"), ["column", "description"], described, { column: 20, description: 110 }),
  ];
  return workbookOf(sheets, {
    title: text("title", { title, number: edition.number }),
    creator: organiser || "Tholos",
    day: edition.publishedOn,
  });
}

async function readMe({ edition, digest }: Published): Promise<Sheet> {
  const text = await getTranslations("public.workbook");
  const readme = await getTranslations("public.readme");
  const say = await sayer();
  const { slug, title, question, organiser, simulated } = edition.study;
  const { agreement, disagreement, movement } = summarise(edition.items, edition.rounds);
  const lines = [
    readme("title", { title, number: edition.number, date: edition.publishedOn }),
    ...(simulated ? [readme("simulated")] : []),
    ...(await importedNotes(edition.rounds)),
    question,
    ...[agreement, disagreement, movement].map(say),
    readme("organiser", {
      organiser: organiser || "Tholos",
      url: `${environment().url}/studies/${slug}/editions/${edition.number}`,
    }),
    ...(["items", "figures", "data", "columns"] as const).map(
      (name) => `${text(`sheet.${name}`)}: ${text(`about.${name}`)}`,
    ),
    readme("digest", { digest }),
    readme("answers"),
  ];
  return sheetOf(
    text("sheet.read-me"),
    [],
    lines.map((line) => [line]),
    [110],
  );
}

/** What the panel says of each thing where it stands, in figures and in a sentence. */
async function figures({ edition }: Published): Promise<Sheet> {
  const text = await getTranslations("public.workbook");
  const head = [
    "item",
    "part",
    "round",
    "n",
    "median",
    "q1",
    "q3",
    "top",
    "bottom",
    "verdict",
    "steady",
    "finding",
  ] as const;
  const rows = await Promise.all(
    edition.items.flatMap((item) => ratedParts(item).map((part) => figureRow(edition, item, part))),
  );
  return sheetOf(
    text("sheet.figures"),
    head.map((name) => text(`head.${name}`)),
    rows,
    [50, 16, 8, 6, 9, 10, 10, 11, 11, 12, 12, 90],
  );
}

async function figureRow(edition: Published["edition"], item: Item, part: Part) {
  const say = await sayer();
  const text = await getTranslations("public.workbook");
  const round = lastAsked(edition.rounds, item.id)?.round ?? null;
  const figure = standingFigure(edition.rounds, item.id, part.id);
  const place = [item.title, partWords(item, part), round];
  if (!figure) return [...place, ...Array<null>(8).fill(null), text("not-asked")];
  const finding = say(readFigure(item, part, figure, edition.protocol.minimumGroup));
  if (figure.withheld !== null) return [...place, ...Array<null>(8).fill(null), finding];
  const { n, median, q1, q3, topPercent, bottomPercent } = figure;
  const [consensus, stability] = [consensusWord(figure), stabilityWord(figure)];
  const words = [consensus, stability].map((word) => word && say(word.word));
  const shares = [topPercent, bottomPercent].map((share) => share && Number(numberText(share, 1)));
  return [...place, n, median, q1, q3, ...shares, ...words, finding];
}

/** The workbook as a file of its own. */
export const resultsXlsx = dataFile(async (published) => ({
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  name: fileName(published, "results.xlsx"),
  body: await keptFile(published, "results.xlsx", () => workbook(published)),
}));
