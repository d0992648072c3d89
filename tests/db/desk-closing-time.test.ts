import { expect, test } from "vitest";
import { instantIn } from "@/app/(desk)/desk/studies/[slug]/rounds/instant";

test("a closing time is the instant at which the chosen zone's clocks show it", () => {
  expect(instantIn("UTC", "2026-03-01T18:00")).toBe("2026-03-01T18:00:00.000Z");
  expect(instantIn("Europe/Warsaw", "2026-01-15T18:00")).toBe("2026-01-15T17:00:00.000Z");
  expect(instantIn("America/New_York", "2026-07-01T09:30")).toBe("2026-07-01T13:30:00.000Z");
  expect(instantIn("Asia/Kathmandu", "2026-07-01T00:00")).toBe("2026-06-30T18:15:00.000Z");
});

test("on the day the clocks change it is still that instant", () => {
  expect(instantIn("Europe/Warsaw", "2026-03-29T01:30")).toBe("2026-03-29T00:30:00.000Z");
  expect(instantIn("Europe/Warsaw", "2026-03-29T03:30")).toBe("2026-03-29T01:30:00.000Z");
  expect(instantIn("Europe/Warsaw", "2026-10-25T01:30")).toBe("2026-10-24T23:30:00.000Z");
  expect(instantIn("Europe/Warsaw", "2026-10-25T12:00")).toBe("2026-10-25T11:00:00.000Z");
});

test("what is no time, or no zone, makes none", () => {
  for (const local of ["", "tomorrow", "2026-02-30T25:00", "2026-03-01", "2026-13-01T10:00"])
    expect(instantIn("UTC", local)).toBeNull();
  expect(instantIn("Europe/Atlantis", "2026-03-01T18:00")).toBeNull();
});
