import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { visitor } from "@/db/actor";
import { demoFacilitator } from "@/db/commands/demo-facilitator";
import { redeemSignIn } from "@/db/commands/redeem-sign-in";
import { environment } from "@/db/environment";
import { countingFailures } from "./attempts";

declare module "next-auth" {
  interface User {
    epoch?: number;
  }
  interface Session {
    user?: { facilitatorId?: string; epoch?: number; name?: string | null; email?: string | null };
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    facilitatorId?: string;
    /** The facilitator's session epoch at the time; they may end all earlier sessions. */
    epoch?: number;
    /** When the link was redeemed, in seconds: a session may be renewed, but lives no longer than a week. */
    since?: number;
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
        if (user) Object.assign(token, { facilitatorId: user.id, epoch: user.epoch, since: seconds() });
        if (account?.provider === "demo") token.demo = true;
        return token;
      },
      session({ session, token }) {
        const { facilitatorId, epoch, since = 0 } = token;
        const ended = (token.demo === true && !demo) || seconds() - since > 7 * DAY_SECONDS;
        return { ...session, user: ended ? undefined : { ...session.user, facilitatorId, epoch } };
      },
    },
  };
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** A one-time link, redeemed by the button of /desk/sign-in/confirm (docs/decisions/003). */
const magicLink = () =>
  CredentialsProvider({
    id: "magic-link",
    name: "Magic link",
    credentials: { token: {}, code: {} },
    authorize: async (given) => {
      const redeem = () => redeemSignIn(visitor, { token: given?.token ?? "", code: given?.code });
      const entered = await countingFailures("wrong-sign-in-link", redeem, "link-used-or-expired");
      if (entered.ok && entered.value.proven === "right") return asUser(entered.value);
      // The browser is told why: next-auth hands the message of this error on.
      throw new Error(entered.ok ? entered.value.proven : entered.refusal);
    },
  });

const demoAccount = () =>
  CredentialsProvider({
    id: "demo",
    name: "Demo",
    credentials: {},
    authorize: async () => {
      const result = await demoFacilitator(visitor, {});
      return result.ok ? asUser(result.value) : null;
    },
  });

const asUser = (one: { facilitatorId: string; name: string; address: string; epoch: number }) => ({
  id: one.facilitatorId,
  name: one.name,
  email: one.address,
  epoch: one.epoch,
});
