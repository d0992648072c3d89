import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { SMTPServer } from "smtp-server";

export type Mailbox = { readonly url: string; readonly folder: string; stop(): Promise<void> };

/** A real SMTP server that keeps each message as a file, so that every test process can read it. */
export async function startMailbox(): Promise<Mailbox> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tholos-mailbox-"));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        writeFile(path.join(folder, `${randomUUID()}.eml`), Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for a message to this address that holds the pattern, and returns the match. */
export async function mailTo(folder: string, address: string, pattern: RegExp): Promise<RegExpExecArray> {
  for (const until = Date.now() + 100_000; Date.now() < until; ) {
    for (const file of await readdir(folder)) {
      const message = decoded(await readFile(path.join(folder, file), "utf8"));
      const match = message.includes(address) ? pattern.exec(message) : null;
      if (match) return match;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail to ${address} came that holds ${pattern}.`);
}

/** Undoes quoted-printable's soft breaks and escapes: enough to read links and codes. */
const decoded = (message: string): string =>
  message
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
