import PgBoss from "pg-boss";
import { sql } from "@/db/client";
import { bossDb } from "@/db/queue";
import { patient } from "./patient-db";

/** The queues of this process's database, as a worker sees them. Started, it also clears what is settled. */
export function jobQueue(ended: AbortSignal): PgBoss {
  const boss = new PgBoss({
    db: patient(bossDb(sql()), ended),
    migrate: false,
    // A row goes within the hour: tried for 43 minutes at most, then six here and six in the archive.
    archiveCompletedAfterSeconds: 300,
    deleteAfterMinutes: 5,
    maintenanceIntervalSeconds: 60,
  });
  boss.on("error", (error) =>
    console.warn(`The job queue failed: ${(error as { code?: string }).code ?? error.name}.`),
  );
  return boss;
}
