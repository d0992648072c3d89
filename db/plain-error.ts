/** An error whose message is a sentence for the person at the terminal: printed without a stack trace. */
export class PlainError extends Error {
  override readonly name = "PlainError";
}

/**
 * Turns a refusal of the file system into a sentence that names the folder and the way out.
 * Anything else is returned as it came.
 */
export function explainFileError(error: unknown, folder: string): unknown {
  const reason = fileReasons[errorCode(error) ?? ""];
  if (!reason) return error;
  return new PlainError(
    `The data folder ${folder} can't be used (${reason}). Give your user access to it, or set THOLOS_DATA to a folder of your own.`,
  );
}

/** The code of a system or PostgreSQL error ("EACCES", "28P01"), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const fileReasons: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "a file of that name is in the way",
};
