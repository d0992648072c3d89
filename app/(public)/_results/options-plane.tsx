import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import type { Part } from "@/delphi/item";
import { scaleBounds } from "@/delphi/scale";
import { Scatter, type ScatterAxis, type Spread } from "@/ui/pictures/scatter";
import { itemPlace } from "./item-place";
import { criterionName, type OptionStanding } from "./option-standing";

/** Two criteria against each other, where every option was rated on both: what is wanted, and what can be done. */
export async function OptionsPlane({ options, base }: { options: readonly OptionStanding[]; base: string }) {
  const text = await getTranslations("public.results.options");
  const [first, second] = options[0]?.criteria.map(({ part }) => part) ?? [];
  const [x, y] = [first && axisOf(second), first && axisOf(first)];
  if (!first || !second || !x || !y) return null;
  const items = options.flatMap((option) => {
    const [up, across] = [spreadOf(option, first.id), spreadOf(option, second.id)];
    const { item, number } = option;
    return up && across
      ? [{ key: item.id, title: item.title, number, href: itemPlace(base, item), x: across, y: up }]
      : [];
  });
  if (items.length < 3) return null;
  const high = items.filter((item) => upper(item.x, x) && upper(item.y, y)).length;
  const names = { first: first.id.replaceAll("-", " "), second: second.id.replaceAll("-", " ") };
  return (
    <Scatter
      title={text("plane", { high, total: items.length, ...names })}
      caption={text("plane-caption", { missing: options.length - items.length, ...names })}
      heading={3}
      x={x}
      y={y}
      items={items}
      words={await pictureWords()}
    />
  );
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
