import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { languageCode } from "../language";
import { oneOnRoll, personOnRoll } from "../one-person";
import { command } from "../run";
import { invitation } from "../schema/identity";

/**
 * Corrects what the roll says about somebody. A group only until the first round: a seat took it from the roll then,
 * and nobody can tell which seat.
 */
export const editPerson = command({
  name: "edit-person",
  input: z.strictObject({
    study: z.string(),
    invitation: z.uuid(),
    name: z.string().trim().max(200, "At most 200 characters."),
    language: z.string().trim().max(100),
    note: z.string().trim().max(500, "At most 500 characters."),
    /** The group's id, or empty for none; left out where it can't be changed. */
    stratum: z.string().max(100).optional(),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id, name, language, note, stratum }) => {
    const person = await personOnRoll(tx, desk, id);
    const code = languageCode(language);
    if (!code) return refused("no-such-language", { language });
    const wanted = stratum === undefined ? person.stratum : stratum || null;
    if (wanted !== person.stratum) {
      if (desk.locked) return refused("groups-are-fixed");
      if (wanted !== null && !desk.protocol.strata.some((one) => one.id === wanted))
        return refused("no-such-group");
    }
    await tx
      .update(invitation)
      .set({ name, language: code, note, stratum: wanted })
      .where(oneOnRoll(desk, id));
    return done({});
  },
});
