import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { receiptText } from "@/delphi/receipt";
import { environment } from "./environment";

/** Crockford's base32: no I, L, O, U, so that a printed code can be typed. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TOKEN_LENGTH = 26;

/** A personal link's token T: 130 random bits as 26 base32 characters and a check character, in groups. */
export function newToken(): string {
  const characters = Array.from(randomBytes(TOKEN_LENGTH), (byte) => ALPHABET[byte % 32]!).join("");
  return grouped(characters + checkCharacter(characters));
}

/** The token a person typed or pasted, in its one spelling; null where it cannot be one. */
export function readToken(typed: string): string | null {
  const characters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[IL]/g, "1")
    .replaceAll("O", "0");
  if (characters.length !== TOKEN_LENGTH + 1) return null;
  const [body, check] = [characters.slice(0, TOKEN_LENGTH), characters.at(-1)];
  if ([...body].some((character) => !ALPHABET.includes(character))) return null;
  return checkCharacter(body) === check ? grouped(characters) : null;
}

/** Luhn's check over 32 digits: finds every wrong character and nearly every swap of neighbours. */
function checkCharacter(characters: string): string {
  const sum = [...characters].reverse().reduce((total, character, at) => {
    const digit = ALPHABET.indexOf(character) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(digit / 32) + (digit % 32);
  }, 0);
  return ALPHABET[(32 - (sum % 32)) % 32]!;
}

const grouped = (characters: string): string => characters.match(/.{1,4}/g)!.join("-");

/** What stands beside a name: SHA-256("invitation" ‖ T). */
export const invitationHash = (token: string): Buffer =>
  createHash("sha256").update("invitation").update(token).digest();

/** What stands beside a name for P, the second token: SHA-256("person" ‖ P). */
export const personHash = (token: string): Buffer =>
  createHash("sha256").update("person").update(token).digest();

/** What a mail's one-click address carries: it can stop reminders, and P does not follow from it. */
export const stopProof = (person: string): string =>
  Buffer.from(hkdfSync("sha256", person, "", "stop reminders", 16)).toString("hex");

/** What stands beside answers: it derives from T and the study alone, so no stored row leads to the name. */
export const seatOf = (token: string, studyId: string): Buffer =>
  Buffer.from(hkdfSync("sha256", token, studyId, "seat", 16));

export const hashOf = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

/** A key of its own for each study and purpose, none of which leads back to PANEL_KEY. */
const keyFor = (studyId: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", environment().panelKey, studyId, purpose, 32));

/** Derived, so that a text that is published again unchanged is the same part; it can't be guessed without the key. */
export const textNonce = (studyId: string, id: string, text: string): string =>
  createHmac("sha256", keyFor(studyId, "text")).update(`${id}|${text}`).digest("hex");

/** Which of `orders` orders of items a seat is shown. What is stored does not tell it: it takes the key. */
export const orderOf = (studyId: string, seat: Buffer, orders: number): number =>
  createHmac("sha256", keyFor(studyId, "order of items")).update(seat).digest().readUInt32BE() % orders;

export type Submitted = {
  readonly studyId: string;
  readonly seat: Buffer;
  readonly round: number;
  readonly revision: number;
  /** The canonical text of the answers. */
  readonly answers: string;
};

/** n = HMAC(receipt key, seat ‖ round ‖ revision ‖ answers): derived, so that a retry gets the same receipt. */
export const receiptNumber = ({ studyId, seat, round, revision, answers }: Submitted): string =>
  createHmac("sha256", keyFor(studyId, "receipt"))
    .update(seat)
    .update(`|${round}|${revision}|${answers}`)
    .digest("hex");

/** receipt = SHA-256(n ‖ study ‖ round ‖ answers); in a strict study SHA-256(n), which proves no content. */
export function receiptOf(submitted: Submitted, strict: boolean): string {
  const number = receiptNumber(submitted);
  return hashOf(strict ? number : receiptText({ ...submitted, number, study: submitted.studyId }));
}

/** AES-256-GCM under PANEL_KEY: nonce, tag, text. `purpose` is bound in, so sealed texts can't be swapped. */
export const seal = (text: string, purpose: string): Buffer =>
  sealWith(environment().panelKey, text, purpose);

/** Throws where the key or the purpose is another one. */
export const unseal = (sealed: Buffer, purpose: string): string =>
  unsealWith(environment().panelKey, sealed, purpose);

export function sealWith(key: Buffer, text: string, purpose: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

export function unsealWith(key: Buffer, sealed: Buffer, purpose: string): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
