import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readWithheld } from "@/delphi/figure-reading";
import type { Edition } from "@/delphi/publication";
import { chosenSides, sidesOf } from "@/ui/pictures/diverging";
import { criterionName, figureIn, type OptionStanding, optionsByAgreement } from "./option-standing";

/** An option's count at each point of the scale, or why there is none. */
export type SidesRow = {
  readonly key: string;
  readonly title: string;
  readonly number: number;
  readonly option: OptionStanding;
} & ({ readonly counts: readonly number[] } | { readonly withheld: string });

export type SidesPicture = {
  readonly title: string;
  readonly caption: string;
  readonly scale: readonly string[];
  readonly rows: readonly SidesRow[];
};

/** All options on the two sides of one criterion's scale, highest first; null where it is no scale of points. */
export async function sidesPicture(edition: Edition, part: string): Promise<SidesPicture | null> {
  const text = await getTranslations("public.results.options");
  const say = await sayer();
  const options = optionsByAgreement(edition);
  const asked = options[0]?.criteria.find((one) => one.part.id === part)?.part;
  if (asked?.scale.kind !== "ordinal") return null;
  const rows = options.map((option): SidesRow => {
    const { item, number } = option;
    const name = { key: item.id, title: item.title, number, option };
    const figure = figureIn(option, part);
    if (!figure) return { ...name, withheld: text("not-asked") };
    if (figure.withheld !== null)
      return { ...name, withheld: say(readWithheld(figure.withheld, edition.protocol.minimumGroup)) };
    return figure.counts && figure.n > 0
      ? { ...name, counts: figure.counts }
      : { ...name, withheld: text("no-figure") };
  });
  const more = (side: "low" | "high") =>
    rows.filter((row) => "counts" in row && chosenSides(row.counts)[side] > 0.5).length;
  const { points } = asked.scale;
  return {
    title: text("sides", {
      criterion: criterionName(asked),
      high: more("high"),
      low: more("low"),
      total: rows.length,
    }),
    caption: text("sides-caption", { low: points[0]!.label, high: points.at(-1)!.label }),
    scale: points.map(({ label }) => label),
    rows: rows.toSorted((a, b) => right(b) - right(a)),
  };
}

/** Below every share where there is no figure, so that these rows come last. */
const right = (row: SidesRow): number => ("counts" in row ? sidesOf(row.counts).high : -1);
