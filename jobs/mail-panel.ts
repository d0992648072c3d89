import { system } from "@/db/actor";
import { beginDelivery } from "@/db/commands/begin-delivery";
import { settleDelivery } from "@/db/commands/settle-delivery";
import { takeBackLetter } from "@/db/commands/take-back-letter";
import { type Letter, writeLetter } from "@/db/commands/write-letter";
import type { Environment } from "@/db/environment";
import type { Jobs, PanelLetter } from "@/db/queue";
import { NotFound } from "@/db/run";
import { panelLetter } from "./letters/panel-letter";
import { codesOf, mayHaveArrived, type Post, Undeliverable } from "./post";
import type { Handler } from "./serve";

/**
 * Writes and sends one letter to one expert. Recipient, link and text are read now, so a letter about what has
 * changed since it was queued is dropped: a revoked link, a closed round, somebody who has finished or declined.
 * A letter of a mailing is taken before it is sent and never sent again once it may have arrived.
 */
export const mailPanel =
  (post: Post, { url, mail: way }: Environment): Handler<"mail-panel"> =>
  async (job, { id, last }) => {
    const settle = settling(job);
    if (!(await begun(job))) return;
    const { study, invitation, letter: kind } = job;
    try {
      const found = await letterFor(study, invitation, kind);
      const mail = found && panelLetter(kind, found, url);
      // Simulated people have no mailboxes: their addresses are names that nobody can own.
      const nobody = way.kind === "smtp" && found?.study.simulated === true && isReserved(found.address);
      if (!mail || nobody) return await settle("dropped");
      await post.send(mail, id);
    } catch (error) {
      const final = error instanceof Undeliverable;
      const [over, maybeArrived] = [final || last, mayHaveArrived(error)];
      const bounced = final ? error.said.slice(0, 1000) : "";
      const unclear = maybeArrived && job.mailing !== undefined;
      await takeBackLetter(system, {
        study,
        invitation,
        letter: kind,
        givenUp: over && !unclear,
        maybeArrived,
        bounced,
      });
      if (unclear) return await settle("unclear", codesOf(error));
      if (bounced !== "") await settle("refused", codesOf(error));
      else await settle(over ? "failed" : "put-off", codesOf(error));
      if (!final) throw error;
      console.warn("A letter was refused for good by the mail server of its recipient.");
      return;
    }
    await settle("sent");
  };

type Job = Jobs["mail-panel"];
type End = Parameters<typeof settleDelivery>[1]["state"];

/** Whether this letter is ours to send. What somebody asked for is no part of a mailing, and always is. */
async function begun({ mailing, invitation }: Job): Promise<boolean> {
  if (mailing === undefined) return true;
  const taken = await beginDelivery(system, { mailing, invitation });
  return taken.ok && taken.value.begun;
}

const settling =
  ({ mailing, invitation }: Job) =>
  async (state: End, code: string | null = null): Promise<void> => {
    if (mailing !== undefined) await settleDelivery(system, { mailing, invitation, state, code });
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
