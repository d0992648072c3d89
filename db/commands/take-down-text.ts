import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { Digest, TextPart } from "@/delphi/edition-text";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound } from "../run";
import { editionPart } from "../schema/study";
import { decide } from "../text-decision";
import { releasedParts } from "../text-parts";

/**
 * Takes a published text down from every edition: a dated tombstone with the reason stands in its place, and no
 * digest changes. The text is also held back from the panel and from later editions. It can't be put back.
 */
export const takeDownText = command({
  name: "take-down-text",
  input: z.strictObject({
    study: z.string(),
    digest: Digest,
    reason: z.string().trim().min(1, "Readers need a reason.").max(500),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { digest, reason }, now) => {
    const thePart = and(eq(editionPart.studyId, desk.studyId), eq(editionPart.digest, digest));
    const [part] = await tx.select().from(editionPart).where(thePart);
    if (!part) throw new NotFound();
    if (part.body === null) return refused("taken-down-already");
    const { text } = TextPart.parse(JSON.parse(part.body));
    const released = await releasedParts(tx, desk.studyId);
    const same = released.filter((one) => one.entry.digest === digest);
    // Under another PANEL_KEY its digest would be another one; then its words tell which it is.
    const written = same.length > 0 ? same : released.filter((one) => one.text === text);
    await tx
      .update(editionPart)
      .set({ body: null, removedOn: now.toISOString().slice(0, 10), reason })
      .where(thePart);
    await decide(
      tx,
      desk.studyId,
      written.map(({ id }) => id),
      { state: "held-back", released: null, heldReason: reason, showFirst: false },
    );
    return done({});
  },
});
