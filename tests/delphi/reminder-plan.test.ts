import { expect, test } from "vitest";
import { dueLetter, mayRemindFrom, plannedLetters, ReminderPlan } from "@/delphi/reminder-plan";

const at = (text: string) => new Date(`${text}Z`);
const plan = ReminderPlan.parse({ daysBefore: [7, 3], most: 2, closingSoon: 1 });
const round = { openedAt: at("2026-03-01T09:00"), closesAt: at("2026-03-20T18:00") };
const due = (now: string, sent: Parameters<typeof dueLetter>[1]["sent"] = []) =>
  dueLetter(plan, { ...round, sent }, at(now));
const reminder = (when: string) => ({ letter: "reminder" as const, at: at(when) });

test("a reminder is due from its hour on for a day, and not before or long after", () => {
  expect(due("2026-03-13T17:59")).toBeNull();
  expect(due("2026-03-13T18:00")).toBe("reminder");
  expect(due("2026-03-14T17:59")).toBe("reminder");
  expect(due("2026-03-14T18:00")).toBeNull();
});

test("it is due once, and nobody is reminded twice within 48 hours, whoever sent the first", () => {
  expect(due("2026-03-13T18:01", [reminder("2026-03-13T18:00")])).toBeNull();
  expect(due("2026-03-17T18:00", [reminder("2026-03-16T18:00")])).toBeNull();
  expect(due("2026-03-17T18:00", [reminder("2026-03-15T18:00")])).toBe("reminder");
  expect(mayRemindFrom([reminder("2026-03-16T18:00")], at("2026-03-17T18:00"))).toEqual(
    at("2026-03-18T18:00"),
  );
});

test("no more than the agreed number goes out, and the last call is not one of them", () => {
  const two = [reminder("2026-03-05T09:00"), reminder("2026-03-10T09:00")];
  expect(due("2026-03-13T18:00", two)).toBeNull();
  expect(due("2026-03-19T18:00", two)).toBe("closing-soon");
  expect(
    due("2026-03-19T18:00", [...two, { letter: "closing-soon", at: at("2026-03-16T18:00") }]),
  ).toBeNull();
});

test("none leaves without an announced close, after it, or in the first two days of a round", () => {
  expect(dueLetter(plan, { ...round, closesAt: null, sent: [] }, at("2026-03-13T18:00"))).toBeNull();
  expect(due("2026-03-20T18:00")).toBeNull();
  const short = { openedAt: at("2026-03-12T09:00"), closesAt: round.closesAt };
  expect(dueLetter(plan, { ...short, sent: [] }, at("2026-03-13T18:00"))).toBeNull();
  expect(plannedLetters(plan, short, at("2026-03-12T10:00")).map(({ letter }) => letter)).toEqual([
    "reminder",
    "closing-soon",
  ]);
});

test("a plan that would remind twice within 48 hours is refused", () => {
  expect(ReminderPlan.safeParse({ daysBefore: [3, 2], most: 2, closingSoon: null }).success).toBe(false);
  expect(ReminderPlan.safeParse({ daysBefore: [3], most: 2, closingSoon: 2 }).success).toBe(false);
  expect(ReminderPlan.safeParse({ daysBefore: [5, 3], most: 2, closingSoon: 1 }).success).toBe(true);
});
