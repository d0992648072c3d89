/**
 * The instant at which clocks in a time zone show this local time ("2026-03-01T18:00"), as an ISO string; null
 * where text or zone make none. An hour that the clocks skip is read as the one after it.
 */
export function instantIn(zone: string, local: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) || Number.isNaN(asUtc)) return null;
  try {
    const guess = asUtc - offsetAt(zone, asUtc);
    // The offset may differ on the other side of a change of clocks, so it is taken again there.
    return new Date(asUtc - offsetAt(zone, guess)).toISOString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** How far the zone's clocks are ahead of UTC at this instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - (instant - (instant % 1000));
}
