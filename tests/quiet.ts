import { afterEach, beforeEach, expect, vi } from "vitest";

// A logged error is a failure: tests that expect one say so by mocking console.error themselves.
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  if (vi.isMockFunction(console.error)) expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
