import { unzipSync, type Zippable, zipSync } from "fflate";

/** The files of a bundle by their names. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** Far more than an edition of ten thousand answers; what unpacks to more is not read to its end. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const MOST_FILES = 20_000;

/**
 * Packs a bundle: names sorted, one date everywhere, so that equal files give equal bytes. The date is made of its
 * parts because a zip holds local time.
 */
export function packBundle(files: BundleFiles): Uint8Array<ArrayBuffer> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(sorted);
  return new Uint8Array(zipSync(zippable, { level: 9, mtime: new Date(1980, 0, 1), os: 0 }));
}

/** The files of a bundle, or a sentence that says why there are none. */
export function unpackBundle(bytes: Uint8Array): BundleFiles | string {
  let [unpacked, seen] = [0, 0];
  const names = new Set<string>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        seen += 1;
        if (names.has(name)) throw new Refused(`The archive holds “${name}” twice.`);
        names.add(name);
        if (unpacked > LARGEST_UNPACKED || seen > MOST_FILES)
          throw new Refused("The archive unpacks to more than an edition ever holds.");
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    return error instanceof Refused ? error.message : "This is not a whole zip archive.";
  }
}

class Refused extends Error {}
