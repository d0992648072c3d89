import { redirect } from "next/navigation";
import { seatActor } from "@/app/_server/actor";
import type { Actor } from "@/db/actor";
import { NotFound } from "@/db/run";

export type SeatHolder = Extract<Actor, { kind: "seat" }>;

/** What an expert's page shows of their own. Who holds no seat, or no longer, is led to the way in. */
export async function ownPage<T>(read: (seat: SeatHolder) => Promise<T>): Promise<T> {
  const actor = await seatActor();
  if (actor.kind !== "seat") redirect("/join");
  try {
    return await read(actor);
  } catch (error) {
    if (error instanceof NotFound) redirect("/join?ended=1");
    throw error;
  }
}
