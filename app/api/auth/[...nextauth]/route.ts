import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { signIn } from "@/app/_server/sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, signIn());

export { handle as GET, handle as POST };
