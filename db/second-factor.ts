import { and, eq, lt } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { oneTooMany } from "./attempts";
import { environment } from "./environment";
import type { Tx } from "./run";
import { recoveryCode, secondFactor } from "./schema/entrance";
import { hashOf, newToken, readToken, seal, unseal } from "./sealing";

const PERIOD = 30;
const RECOVERY_CODES = 8;

type Owner = { readonly facilitatorId: string; readonly address: string };

/** Makes a new secret for somebody's device, in place of one that was never confirmed. */
export async function drawSecret(tx: Tx, { facilitatorId }: Owner): Promise<void> {
  const sealedSecret = seal(new Secret({ size: 20 }).base32, purposeOf(facilitatorId));
  await tx
    .insert(secondFactor)
    .values({ id: facilitatorId, sealedSecret })
    .onConflictDoUpdate({ target: secondFactor.id, set: { sealedSecret, usedStep: 0 } });
}

/** What the device is told: as an address for its camera, and as letters to type. */
export function forDevice(owner: Owner, sealedSecret: Buffer): { uri: string; secret: string } {
  const totp = totpOf(owner, sealedSecret);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** The codes that stand in for a lost device, in place of all earlier ones. Only their hashes are kept. */
export async function drawRecoveryCodes(tx: Tx, facilitatorId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newToken);
  await tx.delete(recoveryCode).where(eq(recoveryCode.facilitatorId, facilitatorId));
  await tx.insert(recoveryCode).values(codes.map((code) => ({ hash: recoveryHash(code), facilitatorId })));
  return codes;
}

export type Proven = "right" | "second-factor-wrong" | "too-many-attempts";

/**
 * Uses a code of the second factor up. The count of attempts has to outlive a wrong one, so whoever calls this
 * must not refuse, which would undo it.
 */
export async function proveCode(tx: Tx, owner: Owner, typed: string, now: Date): Promise<Proven> {
  if (await oneTooMany(tx, "second-factor", owner.facilitatorId, now)) return "too-many-attempts";
  const right = /^\d{6}$/.test(typed.replace(/\s/g, ""))
    ? await spendDeviceCode(tx, owner, typed.replace(/\s/g, ""), now)
    : await spendRecoveryCode(tx, owner.facilitatorId, typed);
  return right ? "right" : "second-factor-wrong";
}

/** The code of this half minute or of a neighbour's, since clocks differ. */
async function spendDeviceCode(tx: Tx, owner: Owner, code: string, now: Date): Promise<boolean> {
  const [factor] = await tx.select().from(secondFactor).where(eq(secondFactor.id, owner.facilitatorId));
  if (!factor) return false;
  const totp = totpOf(owner, factor.sealedSecret);
  const off = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (off === null) return false;
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + off;
  const used = await tx
    .update(secondFactor)
    .set({ usedStep: step })
    .where(and(eq(secondFactor.id, owner.facilitatorId), lt(secondFactor.usedStep, step)))
    .returning({ id: secondFactor.id });
  return used.length > 0;
}

async function spendRecoveryCode(tx: Tx, facilitatorId: string, typed: string): Promise<boolean> {
  const code = readToken(typed);
  if (code === null) return false;
  const used = await tx
    .delete(recoveryCode)
    .where(and(eq(recoveryCode.hash, recoveryHash(code)), eq(recoveryCode.facilitatorId, facilitatorId)))
    .returning({ hash: recoveryCode.hash });
  return used.length > 0;
}

function totpOf({ facilitatorId, address }: Owner, sealedSecret: Buffer): TOTP {
  const secret = Secret.fromBase32(unseal(sealedSecret, purposeOf(facilitatorId)));
  const host = new URL(environment().url).hostname;
  return new TOTP({ issuer: `Tholos ${host}`, label: address, secret, period: PERIOD, digits: 6 });
}

/** Codes have 130 random bits, so a plain hash is enough. */
const recoveryHash = (code: string): Buffer => Buffer.from(hashOf(`recovery ${code}`), "hex");
const purposeOf = (facilitatorId: string): string => `second-factor:${facilitatorId}`;
