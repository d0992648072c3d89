import { figure, type Range } from "@/ui/pictures/axis";
import { type Cluster, clusterItems } from "@/ui/pictures/cluster";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { type RowName, RowTitle } from "@/ui/pictures/rows";
import { ScatterPlane } from "@/ui/pictures/scatter-plane";
import type { PictureWords } from "@/ui/pictures/words";

/** Median and quartiles of an item on one criterion. */
export type Spread = { median: number; q1: number; q3: number };

export type ScatterItem = RowName & { number: number | string; x: Spread; y: Spread };

export type ScatterAxis = Range & {
  /** "Desirability" */
  label: string;
  /** The ends of its scale in words. */
  low: string;
  high: string;
};

/**
 * Medians on two criteria, with a cross from quartile to quartile (beyond 24 items only under the pointer). A mark
 * holds its item's number; items at the very same place share one mark with a letter, and the list says which they are.
 */
export function Scatter({
  x,
  y,
  items,
  words,
  ...texts
}: FigureTexts & { x: ScatterAxis; y: ScatterAxis; items: readonly ScatterItem[]; words: PictureWords }) {
  const clusters = clusterItems(items);
  const spans = [x, y].flatMap((axis) => [
    `${axis.label}: ${words.median}`,
    `${axis.label}: ${words.middleHalf}`,
  ]);
  const numbers = {
    head: [words.item, ...spans],
    rows: items.map((item) => ({
      key: item.key,
      cells: [<RowTitle key="item" row={item} />, ...figuresOf(item)],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-12">
        <div className="max-w-xl self-start lg:sticky lg:top-4">
          <p aria-hidden="true" className="pb-1 text-sm text-muted">
            <span className="font-medium text-ink">{y.label}</span> · {y.high} ↑
          </p>
          <ScatterPlane x={x} y={y} clusters={clusters} />
          <p aria-hidden="true" className="flex justify-between gap-4 pt-1 text-sm text-muted">
            <span>↓ {y.low}</span>
            <span className="text-right">
              <span className="font-medium text-ink">{x.label}</span> · {x.high} →
            </span>
          </p>
        </div>
        <ClusterList clusters={clusters} />
      </div>
    </Figure>
  );
}

function figuresOf(item: ScatterItem): string[] {
  return [item.x, item.y].flatMap((at) => [figure(at.median), `${figure(at.q1)}–${figure(at.q3)}`]);
}

/** Which mark stands for which items, from the top right down. */
function ClusterList({ clusters }: { clusters: readonly Cluster<ScatterItem>[] }) {
  return (
    <ul className="self-start border-t border-edge">
      {clusters.map((cluster) =>
        cluster.items.length === 1 ? (
          <li key={cluster.mark} className="border-b border-line py-1.5">
            {cluster.items.map((item) => (
              <RowTitle key={item.key} row={item} />
            ))}
          </li>
        ) : (
          <li key={cluster.mark} className="flex items-baseline gap-2 border-b border-line py-1.5">
            <span className="min-w-6 shrink-0 text-sm font-semibold text-accent">{cluster.mark}</span>
            <ul className="space-y-1">
              {cluster.items.map((item) => (
                <li key={item.key}>
                  <RowTitle row={item} />
                </li>
              ))}
            </ul>
          </li>
        ),
      )}
    </ul>
  );
}
