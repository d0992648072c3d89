import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { decide, textsAsSeen } from "../text-decision";

/** Marks a released reason as one that experts are to read among the first on its side, or takes the mark away. */
export const showTextFirst = command({
  name: "show-text-first",
  input: z.strictObject({
    study: z.string(),
    text: z.uuid(),
    seen: z.int().min(0).optional(),
    first: z.boolean(),
  }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { text: id, seen, first }) => {
    const found = await textsAsSeen(tx, desk, [{ id, seen }]);
    if (!found.ok) return found;
    if (found.value[0]!.state !== "released") return refused("not-released");
    await decide(tx, desk.studyId, [id], { showFirst: first });
    return done({});
  },
});
