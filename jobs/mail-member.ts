import { system } from "@/db/actor";
import type { Environment } from "@/db/environment";
import { memberLetter as letterTo } from "@/db/queries/member-letter";
import { NotFound } from "@/db/run";
import { memberLetter } from "./letters/member-letter";
import { type Post, Undeliverable } from "./post";
import type { Handler } from "./serve";

/** Tells a colleague that a study's desk is open to them. */
export const mailMember =
  (post: Post, { url }: Environment): Handler<"mail-member"> =>
  async (job, { id }) => {
    try {
      await post.send(memberLetter(await letterTo(system, job), url), id);
    } catch (error) {
      if (!(error instanceof Undeliverable || error instanceof NotFound)) throw error;
    }
  };
