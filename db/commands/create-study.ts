import { z } from "zod";
import { withAboutExperts } from "@/delphi/about-expert";
import { done, refused } from "@/delphi/result";
import { StudyDesign } from "@/delphi/study";
import { studyMaker } from "../access/desk";
import { command } from "../run";
import { audit, membership } from "../schema/identity";
import { item, study } from "../schema/study";

/** Makes a study in draft from a design. Whoever makes it owns it; the operator's studies wait for an owner. */
export const createStudy = command({
  name: "create-study",
  input: z.strictObject({
    design: StudyDesign,
    simulated: z.boolean(),
    announced: z.boolean().default(true),
    /** Whom the operator makes it for; somebody at the desk owns what they make. */
    owner: z.uuid().optional(),
  }),
  access: studyMaker,
  run: async (tx, maker, { design, simulated, announced, owner }, now) => {
    const facilitatorId = maker.facilitatorId ?? owner ?? null;
    const [made] = await tx
      .insert(study)
      .values({ ...design, simulated, announced, createdAt: now })
      .onConflictDoNothing({ target: study.slug })
      .returning({ id: study.id });
    if (!made) return refused("address-taken", { slug: design.slug });
    const items = withAboutExperts(design.items, design.protocol);
    if (items.length > 0)
      await tx
        .insert(item)
        .values(items.map((body, place) => ({ studyId: made.id, id: body.id, place, body })));
    if (facilitatorId) {
      await tx.insert(membership).values({ studyId: made.id, facilitatorId, role: "owner" });
      await tx.insert(audit).values({ studyId: made.id, facilitatorId, act: "create-study", at: now });
    }
    return done({ study: design.slug });
  },
});
