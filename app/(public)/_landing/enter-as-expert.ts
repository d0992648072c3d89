"use server";

import { redirect } from "next/navigation";
import { holdSeat } from "@/app/_server/actor";
import { load } from "@/app/_server/load";
import { cameFromElsewhere } from "@/app/_server/origin";
import { visitor } from "@/db/actor";
import { redeemLink } from "@/db/commands/redeem-link";
import { newcomerLink } from "@/db/queries/newcomer-link";

/** The demo's way in for experts: opens the newcomer's personal link, which exists in demo mode only. */
export async function enterAsExpert(): Promise<void> {
  if (await cameFromElsewhere()) redirect("/");
  const seat = await load(async () => redeemLink(visitor, await newcomerLink(visitor, {})));
  if (!seat.ok) redirect("/join");
  await holdSeat(seat.value);
  redirect("/panel");
}
