import { z } from "zod";
import { StudyLetter } from "@/delphi/letter";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { memberOf } from "../members";
import { enqueue } from "../queue";
import { command } from "../run";

/** Sends a letter, filled with an example, to whoever asks, and to nobody else: the address is the roll's. */
export const sendTestLetter = command({
  name: "send-test-letter",
  input: z.strictObject({ study: z.string(), letter: StudyLetter }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { letter }) => {
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const me = desk.facilitatorId ? await memberOf(tx, desk.studyId, desk.facilitatorId) : undefined;
    if (!me || !desk.facilitatorId) return refused("no-address-of-yours");
    await enqueue(tx, "mail-test", [{ study: desk.studyId, member: desk.facilitatorId, letter }]);
    return done({ address: me.address });
  },
  tells: (_value, { letter }) => letter,
});
