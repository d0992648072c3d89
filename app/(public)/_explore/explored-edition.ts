import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Figure } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import { hasOptions, type Item, isAnsweredAsOne, type Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { scaleBounds } from "@/delphi/scale";
import type { Criterion, Explored, ExploredFigure } from "@/ui/explorer/explored";
import { criterionName } from "../_results/option-standing";

const PANEL = "panel";

/** The released figures of an edition as the explorer takes them; withheld ones as their reason. */
export async function exploredEdition(edition: Edition): Promise<Explored> {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const of = await criteriaOf(edition);
  const places = new Map(
    of.flatMap(({ criterion, of: parts }) =>
      parts.map(({ item, part }) => [`${item.id}/${part.id}`, criterion] as const),
    ),
  );
  const explored = (one: Figure): ExploredFigure[] => {
    const criterion = places.get(`${one.item}/${one.part}`);
    if (!criterion) return [];
    const item = criterion.items.some(({ id }) => id === one.item) ? one.item : one.part;
    const place = { of: criterion.id, item, round: one.round, group: one.stratum ?? PANEL };
    if (one.withheld !== null)
      return [{ ...place, withheld: say(readWithheld(one.withheld, edition.protocol.minimumGroup)) }];
    const { n, median, q1, q3, topPercent, counts } = one;
    return [{ ...place, n, median, q1, q3, upper: topPercent, counts }];
  };
  return {
    criteria: of.map(({ criterion }) => criterion),
    rounds: edition.rounds.map(({ round }) => ({ round, label: text("round", { round }) })),
    groups: [
      { id: PANEL, label: text("panel") },
      ...(edition.protocol.strata.length > 1
        ? edition.protocol.strata.map(({ id, title }) => ({ id, label: title }))
        : []),
    ],
    figures: edition.rounds.flatMap((round) => round.figures.flatMap(explored)),
  };
}

/** Whether an edition has figures to choose among: estimates and texts have no scale in common with another. */
export const canBeExplored = ({ items }: Edition): boolean =>
  items.some(
    (item) =>
      hasOptions(item) ||
      (!isAnsweredAsOne(item) && ratedParts(item).some(({ scale }) => scaleBounds(scale) !== null)),
  );

type Found = {
  readonly criterion: Criterion;
  readonly of: readonly { readonly item: Item; readonly part: Part }[];
};

/** Options first: the headline question alone is no comparison. */
const ORDER = ["option", "stance", "scenario"];

/** Parts of one name and one kind of question, on one scale. */
async function criteriaOf({ items }: Edition): Promise<readonly Found[]> {
  const text = await getTranslations("public.explore");
  const found = new Map<string, { kind: string; of: { item: Item; part: Part; number: number }[] }>();
  for (const kind of new Set(items.map((item) => item.kind)))
    for (const [at, item] of items.filter((one) => one.kind === kind).entries())
      for (const part of isAnsweredAsOne(item) ? [] : ratedParts(item)) {
        const bounds = scaleBounds(part.scale);
        // Quantities have no scale in common: each has its own picture in the results.
        if (!bounds) continue;
        const id = `${kind}/${part.id}/${bounds.min}-${bounds.max}`;
        const known = found.get(id) ?? { kind, of: [] };
        known.of.push({ item, part, number: at + 1 });
        found.set(id, known);
      }
  const rank = (kind: string) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  const rated = [...found]
    .toSorted(([, a], [, b]) => rank(a.kind) - rank(b.kind))
    .map(([id, { kind, of }]): Found => {
      const { part } = of[0]!;
      const { scale } = part;
      const label = text.has(`kind.${kind}`) ? text(`kind.${kind}`) : text("kind.other");
      return {
        of,
        criterion: {
          id,
          label: text("criterion-label", { kind: label, criterion: criterionName(part).toLowerCase() }),
          ...scaleBounds(scale)!,
          unit: scale.kind === "probability" ? "%" : "",
          points: scale.kind === "ordinal" ? scale.points : [],
          items: of.map(({ item, number }) => ({ id: item.id, number, title: item.title })),
        },
      };
    });
  return [...rated, ...items.filter(hasOptions).map(optionsOf)];
}

/** The options of a question that is one answer in several parts, side by side. */
function optionsOf(item: Item): Found {
  const parts = ratedParts(item);
  const { scale } = parts[0]!;
  return {
    of: parts.map((part) => ({ item, part })),
    criterion: {
      id: `${item.kind}/${item.id}`,
      label: item.title,
      ...scaleBounds(scale)!,
      unit: "",
      points: scale.kind === "ordinal" ? scale.points : [],
      items: parts.map(({ id, question }, at) => ({ id, number: at + 1, title: question })),
    },
  };
}
