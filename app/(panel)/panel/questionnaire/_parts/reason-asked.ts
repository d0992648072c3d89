/** What decides whether a short reason would help: one's last answer, the panel's middle half, the scale's ends. */
export type Bearings = {
  readonly earlier: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The last point of the lower end and the first of the upper one. */
  readonly bottomTo: number;
  readonly topFrom: number;
};

/** Whether an answer crosses to another part of the scale, or stands outside the panel's middle half. */
export function isReasonAsked({ earlier, low, high, bottomTo, topFrom }: Bearings, value: number): boolean {
  const category = (at: number) => (at <= bottomTo ? -1 : at >= topFrom ? 1 : 0);
  if (earlier !== null && category(earlier) !== category(value)) return true;
  return low !== null && high !== null && (value < low || value > high);
}
