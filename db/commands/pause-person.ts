import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { oneOnRoll, personOnRoll, roundsSoFar } from "../one-person";
import { command } from "../run";
import { invitation } from "../schema/identity";

/**
 * Stops all mail to somebody until it is taken back. They count as not invited from the next round on: in the open
 * one they were, and leaving them out would improve its participation. Their link and their seat stay as they are.
 */
export const pausePerson = command({
  name: "pause-person",
  input: z.strictObject({ study: z.string(), invitation: z.uuid(), paused: z.boolean() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id, paused }) => {
    const person = await personOnRoll(tx, desk, id);
    const { latest } = await roundsSoFar(tx, desk);
    const pausedFrom = paused ? (person.pausedFrom ?? latest + 1) : null;
    await tx.update(invitation).set({ pausedFrom }).where(oneOnRoll(desk, id));
    return done({});
  },
  tells: (_value, { paused }) => (paused ? "" : "resumed"),
});
