import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { jsonRefusal } from "@/app/_server/json";
import { isForeign } from "@/app/_server/origin";
import { signIn } from "@/app/_server/sign-in";
import { refused } from "@/delphi/result";

type Context = { params: Promise<{ nextauth: string[] }> };

export const GET = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, signIn());

export const POST = async (request: NextRequest, context: Context): Promise<Response> =>
  isForeign(request.headers) ? jsonRefusal(refused("foreign-origin")) : NextAuth(request, context, signIn());
