import { sql } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { inDemo } from "../access/demo";
import { DEMO_ADDRESS } from "../demo-address";
import { command } from "../run";
import { facilitator } from "../schema/identity";

/** Somebody whom anyone on this machine may be, in demo mode only: owner of every study there. */
export const demoFacilitator = command({
  name: "demo-facilitator",
  input: z.strictObject({}),
  access: inDemo,
  run: async (tx, _demo, _input, now) => {
    const [row] = await tx
      .insert(facilitator)
      .values({ address: DEMO_ADDRESS, name: "Demo facilitator", createdAt: now })
      .onConflictDoUpdate({ target: facilitator.address, set: { address: DEMO_ADDRESS } })
      .returning();
    const { id: facilitatorId, name, address, sessionEpoch: epoch } = row!;
    await tx.execute(sql`
      insert into membership (study_id, facilitator_id, role)
      select study.id, ${facilitatorId}::uuid, 'owner' from study
      on conflict (study_id, facilitator_id) do update set role = 'owner'`);
    return done({ facilitatorId, name, address, epoch });
  },
});
