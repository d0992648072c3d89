"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { leaveSeat, seatActor } from "@/app/_server/actor";
import { withdraw } from "@/db/commands/withdraw";

/** Takes the answers back and forgets the seat on this device. */
export const withdrawAction = formAction({
  actor: seatActor,
  read: () => ({}),
  command: withdraw,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: async () => {
    await leaveSeat();
    redirect("/join?withdrawn=1");
  },
});
