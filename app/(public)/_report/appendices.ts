import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { canonical } from "@/delphi/canonical";
import type { Item, Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { CHECKLISTS, type ChecklistName, filledIn } from "@/delphi/reporting/checklists";
import { numberOf } from "@/delphi/reporting/outline";
import type { Scale } from "@/delphi/scale";
import { type Block, paragraphs } from "./blocks";
import type { SectionPages } from "./pdf-pages";

/** Every question as it was asked, the open answers, and the guidelines filled in. */
export async function appendices(edition: Edition, pages: SectionPages): Promise<Block[]> {
  const text = await getTranslations("public.report.appendix");
  const questions = await Promise.all(edition.items.map((item, at) => question(edition, item, at + 1)));
  const lists = await Promise.all(
    (Object.keys(CHECKLISTS) as ChecklistName[]).map((name) => checklist(edition, name, pages)),
  );
  return [
    { kind: "chapter", number: numberOf("questions", true), text: text("questions") },
    ...paragraphs(text("questions-lead")),
    ...questions.flat(),
    { kind: "chapter", number: numberOf("answers", true), text: text("answers") },
    ...(await openAnswers(edition)),
    { kind: "chapter", number: numberOf("checklists", true), text: text("checklists") },
    ...paragraphs(text("checklists-lead")),
    ...lists,
  ];
}

async function question(edition: Edition, item: Item, number: number): Promise<Block[]> {
  const text = await getTranslations("public.report.appendix");
  const { written } = await dates();
  const asked = edition.rounds.filter((round) => round.asked.includes(item.id)).map(({ round }) => round);
  const before = edition.items.findIndex(({ parts }) => canonical(parts) === canonical(item.parts)) + 1;
  const parts = await Promise.all(item.parts.map(partText));
  return [
    { kind: "heading", text: `${number}. ${item.title}` },
    ...paragraphs(item.text),
    ...(item.until ? paragraphs(text("until", { until: written(item.until) })) : []),
    ...(item.resolvesIf ? paragraphs(text("resolves", { resolves: item.resolvesIf })) : []),
    ...(before < number ? [] : [{ kind: "list", texts: parts } as const]),
    {
      kind: "quiet",
      text: [
        ...(before < number ? [text("as-before", { number: before })] : []),
        text("asked", { rounds: asked.length, list: asked.join(", "), wording: item.wording ?? 1 }),
      ].join(" "),
    },
  ];
}

/** What the words for a scale without labels are filled with. */
function scaleValuesIn(scale: Scale): Record<string, number> {
  if (scale.kind === "rank") return { of: scale.of };
  return scale.kind === "points" ? { total: scale.total, step: scale.step } : {};
}

async function partText({ id, question, scale }: Part): Promise<string> {
  const text = await getTranslations("public.report.appendix");
  const name = id.replaceAll("-", " ");
  const asked = question ? `${name}: ${question}` : name;
  if (scale.kind !== "ordinal") return text("part", { asked, scale: text(scale.kind, scaleValuesIn(scale)) });
  return text("part", {
    asked,
    scale: scale.points.map(({ value, label }) => `${value} ${label}`).join(" · "),
  });
}

async function openAnswers({ items, rounds }: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.appendix");
  const told = (item: Item) => rounds.some((round) => round.texts.some((one) => one.item === item.id));
  const open = items.filter((item) => item.kind === "open" || (item.kind === "about" && told(item)));
  if (open.length === 0) return paragraphs(text("no-open"));
  return open.flatMap((item): Block[] => {
    const texts = rounds.flatMap((round) => round.texts.filter((one) => one.item === item.id));
    return [
      { kind: "heading", text: item.title },
      ...(texts.length === 0
        ? paragraphs(text("none-released"))
        : [{ kind: "quotes", texts: texts.map((one) => one.text) } as const]),
    ];
  });
}

async function checklist(
  { reporting = {}, protocol }: Edition,
  name: ChecklistName,
  pages: SectionPages,
): Promise<Block> {
  const text = await getTranslations("public.report.checklist");
  const placed = (number: string) => {
    const place = /^[A-Z]$/.test(number) ? text("appendix", { letter: number }) : number;
    const page = pages.get(number);
    return page ? text("on-page", { place, page }) : place;
  };
  return {
    kind: "table",
    caption: text(`${name}.title`),
    columns: [
      { label: text("item"), width: 8 },
      { label: text("asks"), width: 62 },
      { label: text("where"), width: 30 },
    ],
    rows: filledIn(name, reporting, protocol.aboutExperts).map(({ id, how, where }) => [
      id,
      text(`${name}.${id}`),
      text(how, {
        places: where.length,
        where: where.map(placed).join(", "),
      }),
    ]),
  };
}
