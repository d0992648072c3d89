import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import type { PersonalLink } from "@/db/personal-links";
import { errorCode, PlainError } from "@/db/plain-error";
import { csvOf } from "@/delphi/csv";

type Link = Pick<PersonalLink, "name" | "address" | "token">;

/** A file for personal links, readable by its owner only. */
export interface LinksFile {
  readonly write: (links: readonly Link[], site: string) => void;
  /** Takes the empty file away again. */
  readonly discard: () => void;
}

/**
 * Makes the file before any link leaves the database, so that none is lost over a wrong path.
 * @throws PlainError when there is a file of that name, or none can be made there
 */
export function newLinksFile(file: string): LinksFile {
  const handle = create(file);
  return {
    write: (links, site) => {
      writeSync(handle, asCsv(links, site));
      closeSync(handle);
    },
    discard: () => {
      closeSync(handle);
      rmSync(file, { force: true });
    },
  };
}

function create(file: string): number {
  try {
    return openSync(file, "wx", 0o600);
  } catch (error) {
    if (errorCode(error) === "EEXIST")
      throw new PlainError(
        `There is a file ${file} already, and it is not overwritten: choose another name.`,
      );
    throw new PlainError(`The file ${file} can't be made (${errorCode(error) ?? error}).`);
  }
}

/** With a header and a byte-order mark, as mail programs and spreadsheets read it. */
export function asCsv(links: readonly Link[], site: string): string {
  const rows = links.map(({ name, address, token }) => ({ name, address, link: `${site}/join#${token}` }));
  return csvOf(["name", "address", "link"], rows);
}
