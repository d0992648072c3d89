import { sql } from "drizzle-orm";
import { DEMO_ADDRESS } from "./demo-address";
import type { Tx } from "./run";

/**
 * Makes a facilitator the owner of every study that has no owner but the demo facilitator: what was made at
 * the command line, or in a demo that became a real installation, would otherwise belong to nobody.
 */
export async function adoptStudies(tx: Tx, facilitatorId: string): Promise<void> {
  await tx.execute(sql`
    insert into membership (study_id, facilitator_id, role)
    select study.id, ${facilitatorId}::uuid, 'owner' from study
    where not exists (
      select 1 from membership join facilitator on facilitator.id = membership.facilitator_id
      where membership.study_id = study.id and membership.role = 'owner'
        and facilitator.address <> ${DEMO_ADDRESS})
    on conflict (study_id, facilitator_id) do update set role = 'owner'`);
}
