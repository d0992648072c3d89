import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { jsonRefusal } from "@/app/_server/json";
import { isForeign } from "@/app/_server/origin";
import { signIn } from "@/app/_server/sign-in";
import { refused } from "@/delphi/result";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What our pages ask of next-auth. It has more doors, which nobody here goes through. */
const READ = new Set(["csrf", "providers", "session"]);
const WRITTEN = new Set(["callback/magic-link", "callback/demo", "signout"]);

export const GET = (request: NextRequest, context: Context): Promise<Response> =>
  enter(READ, request, context);

export const POST = async (request: NextRequest, context: Context): Promise<Response> =>
  isForeign(request.headers) ? jsonRefusal(refused("foreign-origin")) : enter(WRITTEN, request, context);

async function enter(doors: Set<string>, request: NextRequest, context: Context): Promise<Response> {
  const door = (await context.params).nextauth.join("/");
  return doors.has(door) ? NextAuth(request, context, signIn()) : jsonRefusal(refused("not-found"));
}
