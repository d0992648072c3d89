import { system } from "@/db/actor";
import type { Environment } from "@/db/environment";
import { exampleLetter } from "@/db/queries/example-letter";
import { memberLetter } from "@/db/queries/member-letter";
import { NotFound } from "@/db/run";
import { written } from "./letters/mail";
import { composedLetter } from "./letters/panel-letter";
import { words } from "./letters/words";
import { type Post, Undeliverable } from "./post";
import type { Handler } from "./serve";

/** Sends a letter of a study, filled with an example, to the facilitator who asked for it. */
export const mailTest =
  (post: Post, { url }: Environment): Handler<"mail-test"> =>
  async ({ study, member, letter }, { id }) => {
    try {
      const { name, address, slug } = await memberLetter(system, { study, member });
      const composed = composedLetter(letter, await exampleLetter(system, { study: slug, letter }), url);
      if (!composed) return;
      const say = words("test");
      const intro = { kind: "paragraph", text: say("intro") } as const;
      const subject = say("subject", { subject: composed.subject });
      await post.send({ to: { name, address }, subject, ...written([intro, ...composed.blocks]) }, id);
    } catch (error) {
      if (!(error instanceof Undeliverable || error instanceof NotFound)) throw error;
    }
  };
