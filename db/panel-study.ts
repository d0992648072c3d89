import { z } from "zod";
import { Imported } from "@/delphi/imported";
import { Protocol } from "@/delphi/protocol";
import { StudyContent } from "@/delphi/study";
import { connectionOf } from "./connection";
import { NotFound, type Tx } from "./run";

const Moment = z.string().transform((text) => new Date(text).toISOString());

/** A round from outside: when, not what. Times are ISO 8601 in UTC. */
const PanelRound = z.strictObject({
  number: z.int(),
  state: z.enum(["open", "closed"]),
  openedAt: Moment,
  closesAt: Moment.nullable(),
  closedAt: Moment.nullable(),
  /** Null where it was run here. */
  imported: Imported.nullable(),
});
export type PanelRound = z.infer<typeof PanelRound>;

const PanelStudy = z.strictObject({
  slug: z.string(),
  simulated: z.boolean(),
  concluded: z.boolean(),
  cancelReason: z.string().nullable(),
  linksFileMade: z.boolean(),
  severed: z.boolean(),
  content: StudyContent,
  /** How many published views there are to read. */
  positions: z.int(),
  protocol: Protocol,
  rounds: z.array(PanelRound),
});

/** A study as its panel knows it: the words, the declared method, the dates of its rounds. */
export type PanelStudy = z.infer<typeof PanelStudy>;

export async function panelStudy(tx: Tx, studyId: string): Promise<PanelStudy> {
  const [row] = await connectionOf(tx)`
    select slug, simulated, content, protocol, jsonb_array_length(positions) as "positions", concluded_at is not null as "concluded",
      cancel_reason as "cancelReason",
      links_file_made as "linksFileMade",
      severed_at is not null as "severed",
      (select coalesce(json_agg(json_build_object('number', number, 'state', state, 'openedAt', opened_at,
          'closesAt', closes_at, 'closedAt', closed_at, 'imported', snapshot -> 'imported') order by number), '[]')
        from round where study_id = study.id) as rounds
    from study where id = ${studyId}`;
  if (!row) throw new NotFound();
  return PanelStudy.parse({ ...row });
}
