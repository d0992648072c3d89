import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import type MailMessage from "nodemailer/lib/mailer/mail-message";
import SMTPPool from "nodemailer/lib/smtp-pool";
import { system } from "@/db/actor";
import { putInOutbox } from "@/db/commands/put-in-outbox";
import type { Environment } from "@/db/environment";
import type { Mail } from "./letters/mail";

/** Where mails leave: a mail server, the demo's outbox, or nowhere. */
export interface Post {
  /**
   * @param id the same for every attempt at one letter: a receiver that got it twice can see so
   * @throws Undeliverable when the mail server refuses this recipient or mail for good; trying again is no use
   */
  readonly send: (mail: Mail, id: string) => Promise<void>;
  readonly close: () => void;
}

export class Undeliverable extends Error {
  override name = "Undeliverable";

  /** @param said what the server said about the recipient; empty when it refused something else */
  constructor(
    readonly said = "",
    options?: ErrorOptions,
  ) {
    super("A mail server refused a letter for good.", options);
  }
}

export function openPost({ mail, mailFrom, url }: Environment): Post {
  if (mail.kind === "smtp") return smtpPost(mail.url, mailFrom, new URL(url).hostname);
  if (mail.kind === "outbox") return outboxPost;
  return noPost;
}

function smtpPost(url: string, from: string, host: string): Post {
  // Made by hand: createTransport takes nothing but the address from an object that holds one.
  const transport = createTransport(new SMTPPool({ ...settings, pool: true, url }));
  transport.use("stream", watchHanding);
  return {
    send: async ({ to, subject, text, html, stopUrl }, id) => {
      const handed: Handed = { whole: false };
      const watched: Watched = { handed };
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          // No out-of-office answer for a machine (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated", ...(stopUrl && oneClick(stopUrl)) },
          ...nothingFromOutside,
          ...watched,
        });
      } catch (error) {
        if (isFinal(error)) throw new Undeliverable(aboutRecipient(error), { cause: error });
        throw Object.assign(error as Error, watched);
      }
    },
    close: () => transport.close(),
  };
}

/** Mail programs show a button for it; pressing it sends a POST to the address (RFC 8058). */
const oneClick = (url: string) => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Whether a message was handed to the connection to its last byte. */
interface Handed {
  whole: boolean;
}
type Watched = { readonly handed: Handed };

/** A server can't have taken a mail whose end it never saw; how far one got, only its own stream knows. */
function watchHanding(mail: MailMessage, next: (error?: Error | null) => void): void {
  const { handed } = mail.data as Partial<Watched>;
  const stream = new PassThrough();
  stream.once("end", () => {
    if (handed) handed.whole = true;
  });
  mail.message.transform(stream);
  next();
}

/** Whether a mail may have arrived although its sending failed: it was handed over whole, and nothing came back. */
export function mayHaveArrived(error: unknown): boolean {
  const { handed, responseCode } = error as Partial<Watched> & { readonly responseCode?: number };
  return handed?.whole === true && responseCode === undefined;
}

/** What the server answered, without its words, which hold addresses: "550 5.1.1"; else the kind of failure. */
export function codesOf(error: unknown): string | null {
  const failed = error instanceof Undeliverable ? error.cause : error;
  const { code, responseCode, response } = failed as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly response?: string;
  };
  if (responseCode === undefined) return /^[A-Z0-9]{1,20}$/.exec(code ?? "")?.[0] ?? null;
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  return [responseCode, enhanced].filter((one) => one !== undefined).join(" ");
}

/** A few connections, ten mails a second, and waiting times short enough for a letter to be tried again. */
const settings = {
  maxConnections: 3,
  rateDelta: 1000,
  rateLimit: 10,
  // A mail whose connection broke may have arrived: the queue decides about another attempt, not the pool.
  maxRequeues: 0,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

/** A mail holds what it was given as text, never a file or the answer of another server. */
const nothingFromOutside = { disableFileAccess: true, disableUrlAccess: true };

/** 5xx to the recipient or to the mail itself. A refused sign-in to the server may be set right meanwhile. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== undefined && responseCode >= 500;
}

/** EENVELOPE also stands for a sender that is refused; only the answer to RCPT TO is about the recipient. */
function aboutRecipient(error: unknown): string {
  const { command, response } = error as { readonly command?: string; readonly response?: string };
  return command === "RCPT TO" ? (response ?? "refused") : "";
}

const outboxPost: Post = {
  send: async ({ to, subject, text, html }) => {
    const line = to.name ? `${to.name} <${to.address}>` : to.address;
    await putInOutbox(system, { to: line, subject, text, html });
  },
  close: () => {},
};

/** MAIL=none: nothing can be queued at the desk, and what was queued before has nowhere to go. */
const noPost: Post = { send: async () => {}, close: () => {} };
