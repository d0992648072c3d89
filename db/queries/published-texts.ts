import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { type Part, parseEdition, type TextEntry, textEntries } from "@/delphi/edition-text";
import type { Item } from "@/delphi/item";
import { deskAs } from "../access/desk";
import { query } from "../run";
import { edition } from "../schema/study";
import { studyItems } from "../study-rows";
import { partsOf } from "../text-parts";

/** A text that some edition holds, as it stands now: its words, or its tombstone. */
export type PublishedText = TextEntry & { readonly standing: Part };

export type PublishedItem = { readonly item: Item; readonly texts: readonly PublishedText[] };

/** Everything in experts' words that was published, under the items it was written to. */
export const publishedTexts = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("facilitator"),
  run: async (tx, desk): Promise<readonly PublishedItem[]> => {
    const rows = await tx
      .select({ canonical: edition.canonical })
      .from(edition)
      .where(eq(edition.studyId, desk.studyId))
      .orderBy(asc(edition.number));
    const parts = await partsOf(tx, desk.studyId);
    const entries = rows.flatMap((row) => textEntries(parseEdition(row.canonical)));
    const once = [...new Map(entries.map((entry) => [entry.digest, entry])).values()];
    const texts = once.map((entry) => ({ ...entry, standing: parts.get(entry.digest)! }));
    return (await studyItems(tx, desk.studyId))
      .map((item) => ({ item, texts: texts.filter((text) => text.item === item.id) }))
      .filter(({ texts: own }) => own.length > 0);
  },
});
