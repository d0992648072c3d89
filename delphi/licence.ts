import { z } from "zod";

/** Under which the data of a study may be used, by the SPDX names that archives and programs know. */
export const Licence = z.enum(["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0"]);
export type Licence = z.infer<typeof Licence>;

const PATHS: Readonly<Record<Licence, string>> = {
  "CC0-1.0": "publicdomain/zero/1.0",
  "CC-BY-4.0": "licenses/by/4.0",
  "CC-BY-SA-4.0": "licenses/by-sa/4.0",
  "CC-BY-NC-4.0": "licenses/by-nc/4.0",
};

/** Where its text is. */
export const licenceUrl = (licence: Licence): string => `https://creativecommons.org/${PATHS[licence]}/`;
