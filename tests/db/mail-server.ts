import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect } from "vitest";
import { environment, setEnvironment } from "@/db/environment";

export interface Received {
  readonly recipients: readonly string[];
  /** Lower-case names; folded lines are joined. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
}

export interface MailServer {
  readonly received: readonly Received[];
  /** Refuses a recipient with this SMTP code from now on, where it returns one. */
  refuse: (recipient: string) => number | null;
  /** What it does once it has a message whole: answers, falls silent, or takes it and dies without an answer. */
  afterMessage: (recipient: string) => "answer" | "silence" | "death" | number;
  /** Waits until so many mails have come. */
  readonly mails: (count: number) => Promise<readonly Received[]>;
  readonly close: () => Promise<void>;
}

/** A real mail server on this machine. From then on this file's workers send through it. */
export async function aMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, answer) => {
      const code = server.refuse(address);
      if (code === null) return answer();
      answer(Object.assign(new Error(`no mail for ${address}`), { responseCode: code }));
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const then = server.afterMessage(recipients[0] ?? "");
        if (typeof then === "number") return answer(Object.assign(new Error("no"), { responseCode: then }));
        received.push({ recipients, ...read(Buffer.concat(chunks).toString("utf8")) });
        if (then === "answer") return answer();
        if (then === "death") socketOf(smtp, session)?.destroy();
      });
    },
  });
  smtp.on("error", () => {});
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  setEnvironment({ ...environment(), mail: { kind: "smtp", url: `smtp://127.0.0.1:${port}` } });
  const server: MailServer = {
    received,
    refuse: () => null,
    afterMessage: () => "answer",
    mails: async (count) => {
      await until(() => received.length >= count);
      return received;
    },
    close: () => new Promise((resolve) => smtp.close(resolve)),
  };
  return server;
}

/** The connection under a session; the library names neither to its users. */
function socketOf(smtp: SMTPServer, session: unknown): Socket | undefined {
  type Connection = { readonly session: unknown; readonly _socket: Socket };
  const { connections } = smtp as unknown as { connections: Set<Connection> };
  return [...connections].find((one) => one.session === session)?._socket;
}

/** Waits for something that happens in the background, for as long as a busy machine may take. */
export async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(happened, { timeout: 100_000, interval: 20 }).toBe(true);
}

/** The parts of a message that nodemailer wrote: headers, then text and HTML as alternatives. */
function read(message: string): Omit<Received, "recipients"> {
  const [head, body] = split(message);
  const headers = headersOf(head);
  const boundary = /boundary="([^"]+)"/.exec(headers.get("content-type") ?? "")?.[1];
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead, content] = split(part.replace(/^\r\n/, ""));
      const about = headersOf(partHead);
      return {
        type: about.get("content-type") ?? "",
        text: decoded(content, about.get("content-transfer-encoding") ?? "7bit").replaceAll("\r\n", "\n"),
      };
    });
  const of = (type: string) => parts.find((part) => part.type.startsWith(type))?.text ?? "";
  return { headers, text: of("text/plain"), html: of("text/html") };
}

function split(message: string): [string, string] {
  const at = message.indexOf("\r\n\r\n");
  return [message.slice(0, at), message.slice(at + 4)];
}

const headersOf = (head: string): Map<string, string> =>
  new Map(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );

function decoded(content: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(content, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return content;
  const bytes = content
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
