import { createTransport } from "nodemailer";
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
}

export function openPost({ mail, mailFrom, url }: Environment): Post {
  if (mail.kind === "smtp") return smtpPost(mail.url, mailFrom, new URL(url).hostname);
  if (mail.kind === "outbox") return outboxPost;
  return noPost;
}

function smtpPost(url: string, from: string, host: string): Post {
  const transport = createTransport({ ...settings, url, pool: true });
  return {
    send: async ({ to, subject, text, html, stopUrl }, id) => {
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
        });
      } catch (error) {
        throw isFinal(error) ? new Undeliverable() : error;
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

/** Whether a mail may have left although its sending failed: unless the server said no, or was never reached. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof Undeliverable) return false;
  const { code, responseCode, syscall } = error as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly syscall?: string;
  };
  return responseCode === undefined && code !== "EDNS" && code !== "EAUTH" && syscall !== "connect";
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
  disableFileAccess: true,
  disableUrlAccess: true,
};

/** 5xx to the recipient or to the mail itself. A refused sign-in to the server may be set right meanwhile. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== undefined && responseCode >= 500;
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
