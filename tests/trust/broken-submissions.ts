import { z } from "zod";
import { ownSeat } from "@/db/access/seat";
import { command } from "@/db/run";
import { submit } from "@/db/submission";
import { Answers } from "@/delphi/answer";

/**
 * Deliberately broken: a submission that holds neither the round nor the seat, and dawdles between looking and
 * writing. The tests must find what it does wrong, or they would find nothing.
 */
export const submitUnlocked = command({
  name: "submit-answers",
  input: z.strictObject({ round: z.int(), answers: Answers.optional() }),
  access: ownSeat,
  run: async (tx, seat, input) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return submit(tx, seat, input);
  },
});

/** Deliberately broken: says that a submission is stored when it is written, and commits it after `death`. */
export const submitHastily = (
  death: Promise<void>,
  ...given: Parameters<typeof submitUnlocked>
): ReturnType<typeof submitUnlocked> =>
  new Promise((resolve) => {
    let told = false;
    const late = command({
      name: "submit-answers",
      input: z.strictObject({ round: z.int(), answers: Answers.optional() }),
      access: ownSeat,
      run: async (tx, seat, input) => {
        if (told) throw new Error("The process that would try again is gone with the machine.");
        const result = await submit(tx, seat, input);
        told = true;
        resolve(result);
        await death;
        return result;
      },
    });
    // That it failed in the end is what nobody learns.
    late(...given).catch(() => {});
  });
