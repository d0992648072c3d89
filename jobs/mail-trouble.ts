import { system } from "@/db/actor";
import type { Environment } from "@/db/environment";
import { memberLetter } from "@/db/queries/member-letter";
import { NotFound } from "@/db/run";
import { troubleLetter } from "./letters/trouble-letter";
import { type Post, Undeliverable } from "./post";
import type { Handler } from "./serve";

/** Writes to an owner about what could not happen on time. */
export const mailTrouble =
  (post: Post, { url }: Environment): Handler<"mail-trouble"> =>
  async ({ study, member, about }, { id }) => {
    try {
      await post.send(troubleLetter(about, await memberLetter(system, { study, member }), url), id);
    } catch (error) {
      if (!(error instanceof Undeliverable || error instanceof NotFound)) throw error;
    }
  };
