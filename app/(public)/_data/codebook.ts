import { getTranslations } from "next-intl/server";
import { importedNotes } from "@/app/_server/imported";
import { wrappedLines } from "@/delphi/deposit/wrapped-lines";
import { STANDARD_LEVEL } from "@/delphi/estimate";
import { HIGH, LOW } from "@/delphi/estimate-part";
import type { Item, Part } from "@/delphi/item";
import type { DescribedColumn } from "@/delphi/results-document";
import { isQuantity } from "@/delphi/scale";
import type { Published } from "./data-file";

/** What the columns, the questions, the scales and the groups of an edition mean, as a text to read. */
export async function codebook({ edition }: Published, columns: readonly DescribedColumn[]): Promise<string> {
  const text = await getTranslations("public.codebook");
  const { title, simulated } = edition.study;
  const imported = await importedNotes(edition.rounds);
  const groups = [{ id: "panel", title: text("panel") }, ...edition.protocol.strata];
  const questions = await Promise.all(edition.items.map((item) => question(item, edition.rounds)));
  return [
    text("title", { title, number: edition.number }),
    ...(simulated ? [text("simulated")] : []),
    ...(imported.length > 0 ? [wrappedLines(imported.join(" "), 96).join("\n")] : []),
    chapter(text("questions"), questions),
    chapter(text("groups"), [groups.map((group) => indented(text("group", group)))]),
    chapter(
      text("columns"),
      columns.map(({ column, description }) => [column, indented(description)]),
    ),
    chapter(text("missing"), [
      [...wrappedLines(text("missing-text", { k: edition.protocol.minimumGroup }), 96)],
    ]),
    "",
  ].join("\n\n");
}

const chapter = (title: string, entries: readonly (readonly string[])[]): string =>
  [title.toUpperCase(), ...entries.map((lines) => lines.join("\n"))].join("\n\n");

const indented = (paragraph: string, by = 4): string =>
  wrappedLines(paragraph, 96 - by)
    .map((line) => " ".repeat(by) + line)
    .join("\n");

async function question(item: Item, rounds: Published["edition"]["rounds"]): Promise<string[]> {
  const text = await getTranslations("public.codebook");
  const asked = rounds.filter((round) => round.asked.includes(item.id)).map(({ round }) => round);
  const parts = await Promise.all(item.parts.map(describePart));
  return [
    `${item.id} (${text.has(`kind.${item.kind}`) ? text(`kind.${item.kind}`) : item.kind})`,
    indented(item.title),
    ...(item.text ? [indented(item.text)] : []),
    ...(item.until ? [indented(text("until", { until: item.until }))] : []),
    ...(item.resolvesIf ? [indented(text("resolves", { resolves: item.resolvesIf }))] : []),
    ...(item.wording ? [indented(text("wording", { wording: item.wording }))] : []),
    indented(text("rounds", { rounds: asked.length, list: asked.join(", ") })),
    ...parts.flat(),
  ];
}

async function describePart({ id, question, scale }: Part): Promise<string[]> {
  const text = await getTranslations("public.codebook");
  const head = indented(question ? `${id}: ${question}` : id);
  if (isQuantity(scale)) {
    const [min, max] = [scale.min, scale.max].map((bound) => (bound === null ? "none" : String(bound)));
    const values = {
      unit: scale.kind === "number" && scale.unit !== "" ? scale.unit : "none",
      decimals: scale.kind === "number" ? scale.decimals : 0,
      min: min!,
      max: max!,
    };
    const isEnd = id === LOW || id === HIGH;
    return [
      head,
      indented(text(scale.kind, values), 8),
      ...(isEnd ? [indented(text("end", { level: STANDARD_LEVEL }), 8)] : []),
    ];
  }
  if (scale.kind !== "ordinal") return [head, indented(text(scale.kind, { ...scale }), 8)];
  return [head, ...scale.points.map((point) => indented(text("point", point), 8))];
}
