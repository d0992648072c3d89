import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { visitor } from "@/db/actor";
import { demoFacilitator } from "@/db/commands/demo-facilitator";
import { redeemSignIn } from "@/db/commands/redeem-sign-in";
import { environment } from "@/db/environment";
import type { Result } from "@/delphi/result";

declare module "next-auth" {
  interface Session {
    user?: { facilitatorId?: string; name?: string | null; email?: string | null };
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    facilitatorId?: string;
    /** Signed in through the demo: such a session ends with the demo. */
    demo?: boolean;
  }
}

const DAY_SECONDS = 24 * 60 * 60;

/** The desk's sign-in. Read when it is needed, since the launcher sets the environment after this file loads. */
export function signIn(): AuthOptions {
  const { demo, nextAuthSecret, url } = environment();
  const tls = url.startsWith("https:");
  return {
    secret: nextAuthSecret,
    session: { strategy: "jwt", maxAge: 7 * DAY_SECONDS },
    pages: { signIn: "/desk/sign-in", error: "/desk/sign-in", signOut: "/desk" },
    useSecureCookies: tls,
    cookies: {
      sessionToken: {
        name: tls ? "__Host-tholos-desk" : "tholos-desk",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: tls },
      },
    },
    providers: [magicLink(), ...(demo ? [demoAccount()] : [])],
    callbacks: {
      jwt({ token, user, account }) {
        if (user) token.facilitatorId = user.id;
        if (account?.provider === "demo") token.demo = true;
        return token;
      },
      session({ session, token }) {
        const ended = token.demo === true && !demo;
        return {
          ...session,
          user: { ...session.user, facilitatorId: ended ? undefined : token.facilitatorId },
        };
      },
    },
  };
}

/** A one-time link, redeemed by the button of /desk/sign-in/confirm (docs/decisions/003). */
const magicLink = () =>
  CredentialsProvider({
    id: "magic-link",
    name: "Magic link",
    credentials: { token: {} },
    authorize: async (given) => asUser(await redeemSignIn(visitor, { token: given?.token ?? "" })),
  });

const demoAccount = () =>
  CredentialsProvider({
    id: "demo",
    name: "Demo",
    credentials: {},
    authorize: async () => asUser(await demoFacilitator(visitor, {})),
  });

const asUser = (result: Result<{ facilitatorId: string; name: string; address: string }>) =>
  result.ok ? { id: result.value.facilitatorId, name: result.value.name, email: result.value.address } : null;
