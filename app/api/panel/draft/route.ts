import { seatActor } from "@/app/_server/actor";
import { jsonRoute } from "@/app/_server/json";
import { saveDraft } from "@/db/commands/save-draft";
import { agreeing } from "../agreeing";

/** Keeps answers that are not submitted yet: the autosave of the questionnaire, and scripts. */
export const PUT = jsonRoute({ missing: "no-session", actor: seatActor, command: agreeing(saveDraft) });
