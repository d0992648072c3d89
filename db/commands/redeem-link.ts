import { z } from "zod";
import { done } from "@/delphi/result";
import { linkHolder } from "../access/seat";
import { command } from "../run";
import { seat } from "../schema/panel";

/**
 * Opens the seat that a personal link derives. The invitation is read and nothing on its side is touched, so a
 * link can be opened any number of times and no row tells that it was.
 */
export const redeemLink = command({
  name: "redeem-link",
  input: z.strictObject({ token: z.string().max(200) }),
  access: linkHolder,
  run: async (tx, { studyId, seatId, stratum, epoch, slug }) => {
    await tx.insert(seat).values({ studyId, id: seatId, stratum }).onConflictDoNothing();
    return done({ studyId, seatId, epoch, slug });
  },
});
