import { z } from "zod";
import { Position, Source } from "@/delphi/position";
import { connectionOf } from "./connection";
import { NotFound, type Tx } from "./run";

const Rows = z.object({ positions: z.array(Position), sources: z.array(Source) });

/** The published positions that a study starts from, with their sources. */
export async function positionsOf(tx: Tx, studyId: string): Promise<z.infer<typeof Rows>> {
  const [row] = await connectionOf(tx)`select positions, sources from study where id = ${studyId}`;
  if (!row) throw new NotFound();
  return Rows.parse(row);
}
