import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { withAboutExperts } from "@/delphi/about-expert";
import { Item } from "@/delphi/item";
import { Position, Source } from "@/delphi/position";
import { Protocol } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { StudyContent } from "@/delphi/study";
import { type Desk, lockedDeskAs } from "../access/desk";
import { replaceItems } from "../design-items";
import { type Anonymity, drawLink } from "../draw-link";
import { command, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";
import { studyItems } from "../study-rows";

const Change = z.strictObject({
  study: z.string(),
  /** The version that the form was made from: an older one overwrites nothing. */
  version: z.int(),
  content: StudyContent.optional(),
  sources: z.array(Source).max(100).optional(),
  positions: z.array(Position).max(200).optional(),
  items: z.array(Item).max(200).optional(),
  protocol: Protocol.optional(),
  announced: z.boolean().optional(),
});

/** Changes a study in draft. The first opened round locks everything that its experts were promised. */
export const editStudy = command({
  name: "edit-study",
  input: Change,
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { study: _slug, version, items, ...change }) => {
    if (version !== desk.version) return refused("changed-meanwhile");
    if (desk.locked && changesWhatIsLocked({ ...change, items })) return refused("locked");
    const twice = items?.find((one, at) => items.findIndex((other) => other.id === one.id) !== at);
    if (twice) return refused("two-items-alike", { item: twice.id });
    const anonymity = change.protocol?.anonymity ?? desk.protocol.anonymity;
    if (anonymity !== desk.protocol.anonymity && !(await keepLinks(tx, desk, anonymity)))
      return refused("anonymity-fixed");
    await tx
      .update(study)
      .set({ ...change, version: sql`${study.version} + 1` })
      .where(eq(study.id, desk.studyId));
    if (items || change.protocol) {
      const kept = items ?? (await studyItems(tx, desk.studyId));
      await replaceItems(tx, desk.studyId, withAboutExperts(kept, change.protocol ?? desk.protocol));
    }
    return done({ version: version + 1 });
  },
});

/** Nobody has a link yet, so each is drawn as the study now keeps them. False once somebody may have one. */
async function keepLinks(tx: Tx, desk: Desk, anonymity: Anonymity): Promise<boolean> {
  if (desk.simulated) return true;
  const roll = await tx.select().from(invitation).where(eq(invitation.studyId, desk.studyId));
  const [handed] = await tx
    .select({ out: study.linksFileMade })
    .from(study)
    .where(eq(study.id, desk.studyId));
  if (handed?.out || roll.some((person) => person.invitedAt !== null)) return false;
  await tx
    .update(invitation)
    .set({ tokenHash: null, sealedToken: null })
    .where(eq(invitation.studyId, desk.studyId));
  if (anonymity === "sealed") for (const person of roll) await drawLink(tx, person, anonymity);
  return true;
}

const changesWhatIsLocked = (change: Partial<z.output<typeof Change>>): boolean =>
  [change.content, change.sources, change.positions, change.items, change.protocol].some(
    (part) => part !== undefined,
  );
