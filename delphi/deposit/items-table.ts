import type { Item, Part } from "../item";
import type { Edition } from "../publication";
import { isQuantity, pointLabel, type Scale, scaleValues } from "../scale";
import { quantityScaleText } from "./quantity-scale-text";

const COLUMNS = [
  "item",
  "part",
  "kind",
  "title",
  "question",
  "scale",
  "choose",
  "text",
  "help",
  "section",
  "until",
  "resolves_if",
  "wording",
  "rounds",
] as const;

export type ItemsTable = {
  readonly columns: readonly (typeof COLUMNS)[number][];
  readonly rows: readonly Readonly<Record<(typeof COLUMNS)[number], string | number>>[];
};

/** What was asked, a row for each part of each item, as `npm run -s analyse -- … --items items.csv` reads it. */
export function itemsTable({ items, rounds }: Edition): ItemsTable {
  const row = (item: Item, part: Part) => ({
    item: item.id,
    part: part.id,
    kind: item.kind,
    title: item.title,
    question: part.question,
    scale: scaleText(part.scale),
    choose: item.choose ?? "",
    text: item.text,
    help: item.help ?? "",
    section: item.section ?? "",
    until: item.until ?? "",
    resolves_if: item.resolvesIf ?? "",
    wording: item.wording ?? 1,
    rounds: rounds
      .filter(({ asked }) => asked.includes(item.id))
      .map(({ round }) => round)
      .join(" "),
  });
  return { columns: COLUMNS, rows: items.flatMap((item) => item.parts.map((part) => row(item, part))) };
}

/** "1 = no | 2 = rather no", "rank 1-7", "points 100 by 5", "text 500"; any other scale without labels goes by its name. */
function scaleText(scale: Scale): string {
  if (scale.kind === "rank") return `rank 1-${scale.of}`;
  if (scale.kind === "points") return `points ${scale.total} by ${scale.step}`;
  if (isQuantity(scale)) return quantityScaleText(scale);
  if (scale.kind === "text") return `text ${scale.maxLength}`;
  if (scale.kind !== "ordinal") return scale.kind;
  return scaleValues(scale)
    .map((value) => `${value} = ${pointLabel(scale, value)}`)
    .join(" | ");
}
