/**
 * A moment in the zone in which it was set, with what UTC clocks show: "4 March 2026 at 18:00 (Europe/Brussels),
 * 17:00 UTC". Where the day differs, both are written out.
 */
export function zonedMoment(date: Date, zone: string | null, tag = "en-GB"): string {
  const utc = partsIn(date, "UTC", tag);
  if (zone === null || zone === "UTC") return `${utc.day} at ${utc.time} UTC`;
  const there = partsIn(date, zone, tag);
  const also = there.day === utc.day ? utc.time : `${utc.day} at ${utc.time}`;
  return `${there.day} at ${there.time} (${zone.replaceAll("_", " ")}), ${also} UTC`;
}

const partsIn = (date: Date, timeZone: string, tag: string) => ({
  day: new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone }).format(date),
  time: new Intl.DateTimeFormat(tag, { timeStyle: "short", hourCycle: "h23", timeZone }).format(date),
});
