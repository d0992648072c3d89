/** A point of a scale with its label: "4 desirable"; only "4" where the label says no more. */
export function pointText(point: { value: number; label: string }): string {
  return point.label === String(point.value) ? point.label : `${point.value} ${point.label}`;
}
