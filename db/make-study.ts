import { withAboutExperts } from "@/delphi/about-expert";
import type { StudyDesign } from "@/delphi/study";
import type { Tx } from "./run";
import { audit, membership } from "./schema/identity";
import { item, study } from "./schema/study";

/** Stores a study in draft; null where its address is taken. Whoever makes it owns it, and the log says so. */
export async function makeStudy(
  tx: Tx,
  {
    design,
    facilitatorId,
    now,
    ...marks
  }: {
    readonly design: StudyDesign;
    readonly simulated: boolean;
    readonly announced: boolean;
    readonly facilitatorId: string | null;
    readonly now: Date;
  },
): Promise<string | null> {
  const [made] = await tx
    .insert(study)
    .values({ ...design, ...marks, createdAt: now })
    .onConflictDoNothing({ target: study.slug })
    .returning({ id: study.id });
  if (!made) return null;
  const studyId = made.id;
  const items = withAboutExperts(design.items, design.protocol);
  if (items.length > 0)
    await tx.insert(item).values(items.map((body, place) => ({ studyId, id: body.id, place, body })));
  if (facilitatorId) {
    await tx.insert(membership).values({ studyId, facilitatorId, role: "owner" });
    await tx.insert(audit).values({ studyId, facilitatorId, act: "create-study", at: now });
  }
  return studyId;
}
