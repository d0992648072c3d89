import { system } from "@/db/actor";
import { takeBackLetter } from "@/db/commands/take-back-letter";
import { type Letter, writeLetter } from "@/db/commands/write-letter";
import type { Environment } from "@/db/environment";
import type { PanelLetter } from "@/db/queue";
import { NotFound } from "@/db/run";
import { panelLetter } from "./letters/panel-letter";
import { mayHaveArrived, type Post, Undeliverable } from "./post";
import type { Handler } from "./serve";

/**
 * Writes and sends one letter to one expert. Recipient, link and text are read now, so a letter about what has
 * changed since it was queued is dropped: a revoked link, a closed round, somebody who has finished or declined.
 */
export const mailPanel =
  (post: Post, { url, mail: way }: Environment): Handler<"mail-panel"> =>
  async ({ study, invitation, letter: kind }, { id, last }) => {
    const found = await letterFor(study, invitation, kind);
    const mail = found && panelLetter(kind, found, url);
    if (!mail) return;
    // Simulated people have no mailboxes: their addresses are names that nobody can own.
    if (way.kind === "smtp" && found.study.simulated && isReserved(found.address)) return;
    try {
      await post.send(mail, id);
    } catch (error) {
      const final = error instanceof Undeliverable;
      const [givenUp, maybeArrived] = [final || last, mayHaveArrived(error)];
      await takeBackLetter(system, { study, invitation, letter: kind, givenUp, maybeArrived });
      if (!final) throw error;
      console.warn("A letter was refused for good by the mail server of its recipient.");
    }
  };

async function letterFor(study: string, invitation: string, kind: PanelLetter): Promise<Letter | null> {
  try {
    const written = await writeLetter(system, { study, invitation, letter: kind });
    return written.ok ? written.value : null;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Names set aside for examples and tests (RFC 2606, RFC 6761). */
const isReserved = (address: string): boolean =>
  /@(.*\.)?(example\.(com|net|org)|example|invalid|test|localhost)$/i.test(address);
