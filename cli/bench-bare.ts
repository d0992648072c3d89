import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { type Client, openClient } from "@/db/client";
import { hashOf } from "@/db/sealing";
import { Answer } from "@/delphi/answer";

const Body = z.object({ studyId: z.string(), seat: z.string(), answers: z.array(Answer) });

/**
 * What `npm run bench` compares with: the least server that could take a submission. It parses the body and does
 * the same insert, and knows nothing of sessions, rounds, locks, rules or revisions.
 */
async function main(): Promise<void> {
  const client = openClient(process.env.DATABASE_URL ?? "", { max: 10 });
  const server = createServer(async (asked, answer) => {
    const receipt = await insert(client, Body.parse(JSON.parse(await textOf(asked))));
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ receipt }));
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
  process.once("disconnect", () => process.exit(0));
}

async function textOf(asked: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function insert({ sql }: Client, { studyId, seat, answers }: z.infer<typeof Body>): Promise<string> {
  const id = Buffer.from(seat, "hex");
  const receipt = hashOf(seat);
  await sql`
    with submitted as (
      insert into submission (study_id, round, seat_id, revision, receipt, digest)
      values (${studyId}, 1, ${id}, 1, ${receipt}, ${receipt})
    )
    insert into answer (study_id, round, seat_id, revision, item, part, value, abstained)
    select ${studyId}::uuid, 1, ${id}::bytea, 1, given.*, given.value is null from unnest(
      ${answers.map((one) => one.item)}::text[],
      ${answers.map((one) => one.part)}::text[],
      ${answers.map((one) => one.value as number | null)}::float8[]) as given (item, part, value)`;
  return receipt;
}

await main();
