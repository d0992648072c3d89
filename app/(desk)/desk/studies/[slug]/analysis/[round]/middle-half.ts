import type { ShownFigure } from "@/delphi/figure";

/** The middle half as pictures take it, or null where its ends are not released. */
export const middleHalf = ({ q1, q3 }: ShownFigure): { low: number; high: number } | null =>
  q1 === null || q3 === null ? null : { low: q1, high: q3 };
