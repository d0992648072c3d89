import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { StudyDesign } from "@/delphi/study";
import { studyMaker } from "../access/desk";
import { makeStudy } from "../make-study";
import { command } from "../run";

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
    const made = await makeStudy(tx, { design, simulated, announced, facilitatorId, now });
    if (made === null) return refused("address-taken", { slug: design.slug });
    return done({ study: design.slug });
  },
});
