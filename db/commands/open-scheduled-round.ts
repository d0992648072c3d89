import { eq } from "drizzle-orm";
import { z } from "zod";
import { rollBelowMinimum } from "@/delphi/protocol-problems";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { announceRound } from "../announce-round";
import { Opening, openNext } from "../opening";
import { command } from "../run";
import { scheduledOpening } from "../schema/mail";
import { peopleInvited } from "../study-rows";

/** Opens the round whose time has come, as the sheet was left. */
export const openScheduledRound = command({
  name: "open-scheduled-round",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    const one = eq(scheduledOpening.studyId, desk.studyId);
    const [row] = await tx.select().from(scheduledOpening).where(one);
    if (!row || row.opensAt > now) return refused("nothing-scheduled");
    const [people, k] = [await peopleInvited(tx, desk.studyId), desk.protocol.minimumGroup];
    if (people === 0) return refused("no-panel");
    if (rollBelowMinimum(desk.protocol, people)) return refused("too-small-for-schedule", { people, k });
    const opened = await openNext(tx, desk, Opening.parse(row.choice), now);
    if (!opened.ok) return opened;
    return done({ ...opened.value, mailed: await announceRound(tx, desk, opened.value.round, now) });
  },
  tells: ({ round }) => round,
});
