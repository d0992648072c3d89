import { z } from "zod";
import { nameless, Position, type PositionDisplay, Source, usualDisplay } from "@/delphi/position";
import { connectionOf } from "./connection";
import { NotFound, type Tx } from "./run";

const Rows = z.object({ positions: z.array(Position), sources: z.array(Source) });

/** The published positions that a study starts from, with their sources. */
async function positionsOf(tx: Tx, studyId: string): Promise<z.infer<typeof Rows>> {
  const [row] = await connectionOf(tx)`select positions, sources from study where id = ${studyId}`;
  if (!row) throw new NotFound();
  return Rows.parse(row);
}

/** The same as the protocol has experts read them. */
export async function positionsForExperts(
  tx: Tx,
  studyId: string,
  { names }: PositionDisplay = usualDisplay,
): Promise<z.infer<typeof Rows>> {
  const { positions, sources } = await positionsOf(tx, studyId);
  return names ? { positions, sources } : { positions: positions.map(nameless), sources: [] };
}
