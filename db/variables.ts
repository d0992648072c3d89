import { z } from "zod";
import { PlainError } from "./plain-error";

export type Variables = Readonly<Record<string, string | undefined>>;
export type GivenVariables = z.output<typeof GivenVariables>;

/**
 * The environment variables that Tholos knows, each by itself. An empty one counts as unset.
 * @throws PlainError with one sentence that names the first that can't be used
 */
export function readVariables(variables: Variables): GivenVariables {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = GivenVariables.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new PlainError(parsed.error.issues[0]?.message ?? "The environment variables can't be read.");
}

/** The bytes of a key in hex or base64. */
export function keyBytes(text: string): Buffer {
  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { href, origin, protocol } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** A command that makes a secret. */
export const recipe = `node -p "crypto.randomBytes(32).toString('base64')"`;
const portSentence = "PORT must be a whole number from 1 to 65535.";
const poolSentence = "DATABASE_POOL must be a whole number from 2 to 200.";
const proxiesSentence = "TRUSTED_PROXIES must be a whole number from 0 to 5.";
const urlSentence =
  "NEXTAUTH_URL must be the address that people see, such as https://tholos.example.org, without a path.";

const GivenVariables = z.object({
  PORT: z.coerce
    .number(portSentence)
    .int(portSentence)
    .min(1, portSentence)
    .max(65535, portSentence)
    .default(3000),
  THOLOS_DATA: z.string().default(".data"),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /.+/,
      error: "DATABASE_URL must be a PostgreSQL address, such as postgres://user:password@host:5432/tholos.",
    })
    .optional(),
  DATABASE_POOL: z.coerce
    .number(poolSentence)
    .int(poolSentence)
    .min(2, poolSentence)
    .max(200, poolSentence)
    .default(10),
  TRUSTED_PROXIES: z.coerce
    .number(proxiesSentence)
    .int(proxiesSentence)
    .min(0, proxiesSentence)
    .max(5, proxiesSentence)
    .default(0),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /.+/,
      error: "SMTP_URL must be a mail server's address, such as smtps://user:password@mail.example.org:465.",
    })
    .optional(),
  // A login sets MAIL to the file or folder where the user's own mail arrives: that says nothing to us.
  MAIL: z
    .string()
    .transform((given) => (given.startsWith("/") ? undefined : given))
    .pipe(z.literal("none", "MAIL can only be none; to send mail, leave it out and set SMTP_URL.").optional())
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^@\r\n]*[^@\s<>]+@[^@\s<>]+>?$/,
      "MAIL_FROM must be an address, such as Tholos <tholos@example.org>.",
    )
    .optional(),
  NEXTAUTH_URL: z
    .string()
    .refine(isOrigin, urlSentence)
    .transform((url) => new URL(url).origin)
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, `NEXTAUTH_SECRET must have at least 32 characters. Make one with: ${recipe}`)
    .optional(),
  PANEL_KEY: z
    .string()
    .refine(
      (text) => /^[A-Za-z0-9+/_=-]+$/.test(text) && keyBytes(text).length === 32,
      `PANEL_KEY must be 32 bytes in base64 or hex. Make one with: ${recipe}`,
    )
    .optional(),
});
