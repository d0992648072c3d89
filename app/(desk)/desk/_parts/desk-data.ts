import { redirect } from "next/navigation";
import { cache } from "react";
import { deskActor } from "@/app/_server/actor";
import { load } from "@/app/_server/load";
import type { Actor } from "@/db/actor";
import { deskStudy } from "@/db/queries/desk-study";
import { progress } from "@/db/queries/progress";

/** Reads for a page of the desk. Who is not signed in is led to the door; what is not theirs is not found. */
export async function deskData<T>(read: (actor: Actor) => Promise<T>): Promise<T> {
  const actor = await deskActor();
  if (actor.kind === "visitor") redirect("/desk/sign-in");
  return load(() => read(actor));
}

/** The study of a page and of the frame around it, read once for both. */
export const studyOf = cache((study: string) => deskData((actor) => deskStudy(actor, { study })));

export const progressOf = cache((study: string) => deskData((actor) => progress(actor, { study })));
