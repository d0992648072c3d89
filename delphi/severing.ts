import type { Protocol } from "./protocol";

const DAYS_BY_DEFAULT = 30;

export const severAfterDays = ({ severAfterDays: days }: Pick<Protocol, "severAfterDays">): number =>
  days ?? DAYS_BY_DEFAULT;

/**
 * When a study's names are cut off from its answers for good, or null while another round can follow: so many days
 * after its last round closed, or after it was concluded earlier than foreseen.
 */
export function severingDate(
  protocol: Pick<Protocol, "rounds" | "severAfterDays">,
  closings: readonly (Date | null)[],
  concludedAt: Date | null,
): Date | null {
  const last = closings.at(-1) ?? null;
  if (closings.some((closed) => closed === null)) return null;
  const end = closings.length >= protocol.rounds ? last : concludedAt;
  if (end === null) return null;
  return new Date(end.getTime() + severAfterDays(protocol) * 86_400_000);
}
