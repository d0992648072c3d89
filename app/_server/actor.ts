import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type Actor, visitor } from "@/db/actor";
import { environment } from "@/db/environment";
import { deskSession } from "@/db/queries/desk-session";
import { signIn } from "./sign-in";

/** The desk's actor: next-auth's session and nothing else. */
export async function deskActor(): Promise<Actor> {
  const session = await getServerSession(signIn());
  const { facilitatorId, epoch } = session?.user ?? {};
  if (!facilitatorId || epoch === undefined) return visitor;
  return (await stands(facilitatorId, epoch)) ? { kind: "facilitator", facilitatorId } : visitor;
}

/** Asked once for each request. */
const stands = cache(async (facilitatorId: string, epoch: number): Promise<boolean> => {
  return (await deskSession(visitor, { facilitatorId, epoch })).stands;
});

/** The panel's actor: the seat's cookie and nothing else. A forged or old cookie is a visitor's. */
export async function seatActor(): Promise<Actor> {
  const held = (await cookies()).get(seatCookie())?.value ?? "";
  const [studyId, seat, epoch, signature] = held.split(".");
  if (!studyId || !seat || !epoch || !signature) return visitor;
  const expected = Buffer.from(signatureOf(`${studyId}.${seat}.${epoch}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return visitor;
  return { kind: "seat", studyId, seatId: Buffer.from(seat, "hex"), epoch: Number(epoch) };
}

/** Gives this browser the seat that a personal link led to; a browser holds one seat at a time. */
export async function holdSeat(seat: {
  readonly studyId: string;
  readonly seatId: Buffer;
  readonly epoch: number;
}): Promise<void> {
  const facts = `${seat.studyId}.${seat.seatId.toString("hex")}.${seat.epoch}`;
  (await cookies()).set(seatCookie(), `${facts}.${signatureOf(facts)}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: hasTls(),
    path: "/",
    maxAge: 60 * 60 * 24 * 90,
  });
}

export async function leaveSeat(): Promise<void> {
  (await cookies()).delete(seatCookie());
}

const hasTls = (): boolean => environment().url.startsWith("https:");
const seatCookie = (): string => (hasTls() ? "__Host-tholos-seat" : "tholos-seat");

function signatureOf(facts: string): string {
  const key = Buffer.from(hkdfSync("sha256", environment().nextAuthSecret, "tholos", "panel session", 32));
  return createHmac("sha256", key).update(facts).digest("base64url");
}
