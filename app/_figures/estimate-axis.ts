import { scaleLinear, scaleUtc } from "d3-scale";
import { quantityText } from "@/delphi/quantity";
import type { QuantityScale } from "@/delphi/scale";
import type { EstimatesProps } from "@/ui/pictures/estimates";

export type EstimateAxis = Pick<EstimatesProps, "range" | "ticks">;

const DAY = 86_400_000;
/** From how many days on a tick is told by its month, and by its year. */
const [MONTHS, YEARS] = [60, 1000];

/** An axis that holds all that is shown on it, with a few round values. */
export function estimateAxis(scale: QuantityScale, shown: readonly number[]): EstimateAxis {
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const room = low === high ? Math.max(1, Math.abs(low) * 0.1) : 0;
  return scale.kind === "date"
    ? dayAxis(low - room, high + room)
    : numberAxis(scale, low - room, high + room);
}

function numberAxis(scale: QuantityScale, low: number, high: number): EstimateAxis {
  const axis = scaleLinear().domain([low, high]).nice(4);
  const [min, max] = axis.domain() as [number, number];
  return {
    range: { min, max },
    ticks: axis.ticks(4).map((at) => ({ at, label: quantityText(bare(scale), at) })),
  };
}

/** The unit stands with the figures; on the axis it would take the room of the numbers. */
const bare = (scale: QuantityScale): QuantityScale =>
  scale.kind === "number" && scale.unit !== "%" ? { ...scale, unit: "", decimals: 3 } : scale;

function dayAxis(low: number, high: number): EstimateAxis {
  const axis = scaleUtc()
    .domain([low * DAY, high * DAY])
    .nice(3);
  const [min, max] = axis.domain().map((date) => date.getTime() / DAY) as [number, number];
  const long = max - min;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    ...(long >= YEARS
      ? { year: "numeric" }
      : long >= MONTHS
        ? { month: "short", year: "numeric" }
        : { day: "numeric", month: "short" }),
  });
  const ticks = axis.ticks(3).map((date) => ({ at: date.getTime() / DAY, label: format.format(date) }));
  return { range: { min, max }, ticks };
}
