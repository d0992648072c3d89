import { z } from "zod";
import { rollBelowMinimum } from "@/delphi/protocol-problems";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endTrouble, Opening, wouldOpen } from "../opening";
import { command } from "../run";
import { scheduledOpening } from "../schema/mail";
import { peopleInvited } from "../study-rows";

/**
 * Lets the next round open by itself at a time, in place of a time that was set before. Whatever would keep it from
 * opening is said now. Nobody looks on when it opens, so the roll has to be large enough to show something.
 */
export const scheduleRound = command({
  name: "schedule-round",
  input: Opening.extend({
    study: z.string(),
    version: z.int().optional(),
    opensAt: z.iso.datetime({ offset: true }),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { study: _slug, version, opensAt: given, ...opening }, now) => {
    if (version !== undefined && version !== desk.version) return refused("changed-meanwhile");
    const opensAt = new Date(given);
    if (opensAt <= now) return refused("opens-in-the-past");
    const closesAt = opening.closesAt ? new Date(opening.closesAt) : null;
    if (closesAt && closesAt <= opensAt) return refused("closes-before-it-opens");
    const tried = await wouldOpen(tx, desk, opening, opensAt);
    if (!tried.ok) return tried;
    const [people, k] = [await peopleInvited(tx, desk.studyId), desk.protocol.minimumGroup];
    if (rollBelowMinimum(desk.protocol, people)) return refused("too-small-for-schedule", { people, k });
    const row = { opensAt, closesAt, zone: opening.zone ?? "UTC", choice: opening };
    await tx
      .insert(scheduledOpening)
      .values({ studyId: desk.studyId, ...row })
      .onConflictDoUpdate({ target: scheduledOpening.studyId, set: row });
    await endTrouble(tx, desk.studyId, "opening");
    return done({ round: tried.value.round, opensAt });
  },
  tells: ({ opensAt }) => `${opensAt.toISOString().slice(0, 16).replace("T", " ")} UTC`,
});
