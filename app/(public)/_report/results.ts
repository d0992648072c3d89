import { getTranslations } from "next-intl/server";
import { reasonSides } from "@/app/_server/reason-sides";
import { sayer } from "@/app/_server/say";
import { chosenIn, figureText, middleOf, readFigure } from "@/delphi/figure-reading";
import { type Item, judgedParts, type Part, partWords } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { numberText } from "@/delphi/reading";
import { isChosenScale } from "@/delphi/scale";
import { standingFigure } from "@/delphi/summary";
import { consensusWord, readShape, readStability, stabilityWord } from "@/delphi/verdict-reading";
import type { Published } from "../_data/data-file";
import { type Dissenting, dissenting, withoutDissent } from "../_results/dissenting";
import { reasonsFor } from "../_results/reasons";
import { type Block, paragraphs } from "./blocks";
import { byConfidence } from "./by-confidence";
import { foremost } from "./foremost";
import { participation } from "./participation";
import { pictureBlocks } from "./picture-blocks";
import type { Sections } from "./report";

/** Who took part, what was found, what moved, and where experts stay apart. */
export async function resultBlocks(published: Published): Promise<Sections> {
  const { edition } = published;
  const moved = (name: string) => name.startsWith("shift") || name === "lives";
  return {
    participation: await participation(published),
    findings: [
      ...(await pictureBlocks(published, (name) => !moved(name))),
      ...(await foremost(edition)),
      await findingsTable(edition),
      ...(await byConfidence(edition)),
    ],
    movement: [...(await movement(edition)), ...(await pictureBlocks(published, moved))],
    disagreement: await disagreement(edition),
  };
}

/** Every rated part where it stands, for the whole panel. */
async function findingsTable(edition: Edition): Promise<Block> {
  const text = await getTranslations("public.report.results");
  const rows = await Promise.all(
    edition.items.flatMap((item) => ratedParts(item).map((part) => findingRow(edition, item, part))),
  );
  return {
    kind: "table",
    caption: text("findings"),
    columns: [
      { label: text("question"), width: 29 },
      { label: text("criterion"), width: 15 },
      { label: text("round"), width: 8, numeric: true },
      { label: text("n"), width: 5, numeric: true },
      { label: text("median"), width: 12, numeric: true },
      { label: text("middle-half"), width: 14, numeric: true },
      { label: text("verdicts"), width: 17 },
    ],
    rows,
  };
}

async function findingRow(edition: Edition, item: Item, part: Part): Promise<string[]> {
  const text = await getTranslations("public.report.results");
  const say = await sayer();
  const figure = standingFigure(edition.rounds, item.id, part.id);
  const name = [item.title, partWords(item, part)];
  if (!figure) return [...name, "", "", "", "", text("not-asked")];
  if (figure.withheld !== null) {
    const why = text(`withheld.${figure.withheld}`, { k: edition.protocol.minimumGroup });
    return [...name, String(figure.round), "", "", "", why];
  }
  const { n, round } = figure;
  const { median, middle } = middleOf(part, figure);
  const printed = (value: number | null) => (value === null ? "–" : figureText(part.scale, value));
  const foremost = isChosenScale(part.scale)
    ? text("share", { percent: chosenIn(figure).percent })
    : printed(median);
  const words = [consensusWord(figure), stabilityWord(figure)].flatMap((word) =>
    word ? [say(word.word)] : [],
  );
  const half = middle ? text("to", { low: printed(middle.low), high: printed(middle.high) }) : "–";
  return [...name, String(round), String(n), foremost, half, words.join(", ") || "–"];
}

/** Steady or moving, item by item, in numbers and for those that still move in words. */
async function movement(edition: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.results");
  const say = await sayer();
  if (edition.rounds.length < 2) return paragraphs(text("one-round"));
  const judged = edition.items.flatMap((item) =>
    ratedParts(item).flatMap((part) => {
      const figure = standingFigure(edition.rounds, item.id, part.id);
      if (figure?.withheld !== null || figure.stability?.met == null) return [];
      return [{ item, part, figure, met: figure.stability.met }];
    }),
  );
  const moving = judged.filter(({ met }) => !met);
  return [
    ...paragraphs(text("movement", { judged: judged.length, moving: moving.length })),
    ...(moving.length > 0
      ? [
          {
            kind: "list",
            texts: moving.map(({ item, part, figure }) =>
              text("moved", {
                title: item.title,
                criterion: partWords(item, part),
                how: say(readStability(figure)),
              }),
            ),
          } as const,
        ]
      : []),
  ];
}

async function disagreement(edition: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.results");
  const all = dissenting(edition);
  if (all.length === 0) return paragraphs(text(withoutDissent(edition)));
  const entries = await Promise.all(all.map((one) => dissentBlocks(edition, one)));
  return [...paragraphs(text("dissent", { count: all.length })), ...entries.flat()];
}

/** Reasons of each side that fit a page; all of them stand in the edition. */
const REASONS = 2;

async function dissentBlocks(edition: Edition, { item, figure, settled }: Dissenting): Promise<Block[]> {
  const text = await getTranslations("public.report.results");
  const say = await sayer();
  const part = judgedParts(item)[0]!;
  const shape = readShape(part, figure);
  const share = figure.interval
    ? text("interval", { low: numberText(figure.interval.low, 0), high: numberText(figure.interval.high, 0) })
    : "";
  const reasons = reasonsFor(edition, item.id);
  const named = { ...(await reasonSides(item)), middle: "" };
  const sides = (["lower", "higher", "middle"] as const)
    .map((side) => ({ side, texts: reasons.filter((one) => (one.side ?? "middle") === side) }))
    .filter(({ texts }) => texts.length > 0);
  const sentences = [
    say(readFigure(item, part, figure, edition.protocol.minimumGroup)),
    ...(shape ? [`${sentenceCase(say(shape))}.`] : []),
    share,
    text(settled ? "settled" : "unsettled"),
  ];
  return [
    { kind: "heading", text: item.title },
    ...paragraphs(sentences.filter(Boolean).join(" ")),
    ...sides.flatMap(({ side, texts }): Block[] => [
      {
        kind: "quiet",
        text: text(`side.${side}`, {
          side: named[side],
          count: texts.length,
          shown: Math.min(REASONS, texts.length),
        }),
      },
      { kind: "quotes", texts: texts.slice(0, REASONS).map((one) => one.text) },
    ]),
  ];
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
