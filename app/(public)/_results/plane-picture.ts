import { getTranslations } from "next-intl/server";
import type { Part } from "@/delphi/item";
import { scaleBounds } from "@/delphi/scale";
import type { ScatterAxis, ScatterItem, Spread } from "@/ui/pictures/scatter";
import { criterionName, type OptionStanding } from "./option-standing";

type Plane = {
  readonly first: Part;
  readonly second: Part;
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly items: readonly (ScatterItem & { readonly title: string })[];
};

/** Fewer marks say nothing that their rows don't. */
const FEWEST = 3;

/** Two criteria against each other, where at least three options were rated on both: what is wanted, and what can be done. */
export function planeOf(options: readonly OptionStanding[]): Plane | null {
  const [first, second] = options[0]?.criteria.map(({ part }) => part) ?? [];
  const [x, y] = [first && axisOf(second), first && axisOf(first)];
  if (!first || !second || !x || !y) return null;
  const items = options.flatMap((option) => {
    const [up, across] = [spreadOf(option, first.id), spreadOf(option, second.id)];
    const { item, number } = option;
    return up && across ? [{ key: item.id, title: item.title, number, x: across, y: up }] : [];
  });
  return items.length < FEWEST ? null : { first, second, x, y, items };
}

/** The plane with its finding and how to read it. */
export async function planePicture(options: readonly OptionStanding[]) {
  const text = await getTranslations("public.results.options");
  const plane = planeOf(options);
  if (!plane) return null;
  const { first, second, x, y, items } = plane;
  const high = items.filter((item) => upper(item.x, x) && upper(item.y, y)).length;
  const names = { first: first.id.replaceAll("-", " "), second: second.id.replaceAll("-", " ") };
  return {
    title: text("plane", { high, total: items.length, ...names }),
    caption: text("plane-caption", { missing: options.length - items.length, ...names }),
    x,
    y,
    items,
  };
}

function axisOf(part: Part | undefined): ScatterAxis | null {
  const bounds = part && scaleBounds(part.scale);
  if (!bounds || part.scale.kind !== "ordinal") return null;
  const { points } = part.scale;
  return { ...bounds, label: criterionName(part), low: points[0]!.label, high: points.at(-1)!.label };
}

function spreadOf({ criteria }: OptionStanding, part: string): Spread | null {
  const figure = criteria.find((one) => one.part.id === part)?.figure;
  if (figure?.withheld !== null || figure.median === null || figure.q1 === null || figure.q3 === null)
    return null;
  return { median: figure.median, q1: figure.q1, q3: figure.q3 };
}

const upper = ({ median }: Spread, { min, max }: ScatterAxis): boolean => median > (min + max) / 2;
