import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedPersonHolder } from "../access/person";
import { endLink } from "../draw-link";
import { environment } from "../environment";
import { enqueue } from "../queue";
import { rewriteRoll } from "../rewrite";
import { command } from "../run";

/**
 * A new link for somebody whose link is lost and can't be sent again. It opens an empty seat, so it needs more than
 * the lost-link page, where anybody can type anybody's address: the second token, which only their mailbox holds.
 */
export const replaceLink = command({
  name: "replace-link",
  input: z.strictObject({ person: z.string().max(200) }),
  access: lockedPersonHolder,
  run: async (tx, { row, studyId, id }) => {
    if (row.revokedAt !== null) return refused("link-revoked");
    if (row.sealedToken !== null) return refused("link-not-lost");
    if (environment().mail.kind === "none") return refused("no-mail");
    await endLink(tx, row, true);
    await rewriteRoll(tx, studyId);
    await enqueue(tx, "mail-panel", [{ study: studyId, invitation: id, letter: "new-link" }]);
    return done({});
  },
});
