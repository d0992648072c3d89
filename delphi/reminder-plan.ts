import { z } from "zod";

const DAY = 86_400_000;

/** Nobody is reminded twice within this many hours, by hand or by the clock. */
export const HOURS_BETWEEN_REMINDERS = 48;

/** When reminders of a round leave by themselves, counted back from its announced close. */
export const ReminderPlan = z
  .strictObject({
    /** So many days before the close; empty: none leaves by itself. */
    daysBefore: z.array(z.int().min(1).max(60)).max(5),
    /** So many a round at most, those sent by hand included. */
    most: z.int().min(1).max(5),
    /** The last call, so many days before the close; null: none. It says that drafts don't count. */
    closingSoon: z.int().min(1).max(7).nullable(),
  })
  .refine(
    ({ daysBefore, closingSoon }) => {
      const days = [...daysBefore, ...(closingSoon === null ? [] : [closingSoon])].sort((a, b) => a - b);
      return days.every((day, at) => at === 0 || day - days[at - 1]! >= HOURS_BETWEEN_REMINDERS / 24);
    },
    { path: ["daysBefore"], message: "Nobody is reminded twice within 48 hours: put two days between them." },
  );
export type ReminderPlan = z.infer<typeof ReminderPlan>;

/** Without a plan nothing leaves by itself. */
export const NO_REMINDERS: ReminderPlan = { daysBefore: [], most: 3, closingSoon: null };

export type SentReminder = { readonly letter: "reminder" | "closing-soon"; readonly at: Date };

/** The moment from which the next reminder may leave; null where it may at once. */
export function mayRemindFrom(sent: readonly SentReminder[], now: Date): Date | null {
  const last = Math.max(...sent.map(({ at }) => at.getTime()));
  const from = last + HOURS_BETWEEN_REMINDERS * 3_600_000;
  return sent.length > 0 && from > now.getTime() ? new Date(from) : null;
}

/**
 * What is due to leave by itself at this moment. A time that was missed by more than a day, or that comes within two
 * days of the opening, is passed over: a reminder that nobody planned for that day is worse than none.
 */
export function dueLetter(
  plan: ReminderPlan,
  round: { readonly openedAt: Date; readonly closesAt: Date | null; readonly sent: readonly SentReminder[] },
  now: Date,
): SentReminder["letter"] | null {
  const { closesAt, openedAt, sent } = round;
  if (closesAt === null || closesAt <= now || mayRemindFrom(sent, now) !== null) return null;
  const before = (days: number) => new Date(closesAt.getTime() - days * DAY);
  const calls = sent.filter(({ letter }) => letter === "closing-soon");
  if (plan.closingSoon !== null && calls.length === 0 && before(plan.closingSoon) <= now)
    return "closing-soon";
  const reminders = sent.filter(({ letter }) => letter === "reminder");
  if (reminders.length >= plan.most) return null;
  const due = plan.daysBefore.map(before).some((time) => {
    const [late, early] = [now.getTime() - time.getTime(), time.getTime() - openedAt.getTime()];
    return late >= 0 && late < DAY && early >= 2 * DAY && !sent.some(({ at }) => at >= time);
  });
  return due ? "reminder" : null;
}

/** When letters of the open round leave by this plan, earliest first: what is past and what is passed over left out. */
export function plannedLetters(
  plan: ReminderPlan,
  round: { readonly openedAt: Date; readonly closesAt: Date | null },
  now: Date,
): readonly SentReminder[] {
  const { closesAt, openedAt } = round;
  if (closesAt === null) return [];
  const before = (days: number) => new Date(closesAt.getTime() - days * DAY);
  const reminders = plan.daysBefore
    .map(before)
    .filter((at) => at.getTime() - openedAt.getTime() >= 2 * DAY)
    .map((at) => ({ letter: "reminder" as const, at }));
  const call =
    plan.closingSoon === null ? [] : [{ letter: "closing-soon" as const, at: before(plan.closingSoon) }];
  return [...reminders, ...call]
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
