"use server";

import { redirect } from "next/navigation";
import { holdSeat } from "@/app/_server/actor";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { redeemLink } from "@/db/commands/redeem-link";
import { newcomerLink } from "@/db/queries/newcomer-link";

/** The demo's way in for experts: opens the newcomer's personal link, which exists in demo mode only. */
export async function enterAsExpert(): Promise<void> {
  const seat = await load(async () => redeemLink(visitor, await newcomerLink(visitor, {})));
  if (!seat.ok) redirect("/join");
  await holdSeat(seat.value);
  redirect("/panel");
}
