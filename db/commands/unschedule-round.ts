import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endSchedule } from "../opening";
import { command } from "../run";

/** The next round no longer opens by itself; what the sheet said is forgotten. */
export const unscheduleRound = command({
  name: "unschedule-round",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk) => ((await endSchedule(tx, desk.studyId)) ? done({}) : refused("nothing-scheduled")),
});
