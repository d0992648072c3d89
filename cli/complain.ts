import { PlainError } from "@/db/plain-error";

/** Says what went wrong and makes the command end with exit code 1. Only what nobody foresaw has a stack trace. */
export function complain(error: unknown): void {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
