import { z } from "zod";
import { openParts } from "@/delphi/answer";
import { type AudienceFact, whoCanSeeWhat } from "@/delphi/audience";
import type { Item } from "@/delphi/item";
import { minutesFor } from "@/delphi/questionnaire";
import { severAfterDays } from "@/delphi/severing";
import { ownSeat, type Seat } from "../access/seat";
import { askedItems } from "../asked-round";
import { formerItems } from "../former-wording";
import { ownRound, presentAnswers } from "../own-answers";
import { type PanelStudy, panelStudy } from "../panel-study";
import { query, type Tx } from "../run";
import { studyItems, studyLineage } from "../study-rows";
import { followsAWave } from "../waves";

/** Everything an expert reads before agreeing to take part, and where they stand afterwards. */
export type ExpertInvitation = Pick<
  PanelStudy,
  "slug" | "simulated" | "concluded" | "cancelReason" | "severed" | "content" | "rounds"
> & {
  readonly protocol: Pick<PanelStudy["protocol"], "rounds" | "minimumGroup" | "closing" | "anonymity"> & {
    readonly severAfterDays: number;
  };
  readonly audience: readonly AudienceFact[];
  readonly consented: boolean;
  /** It asks again what an earlier study asked. */
  readonly again: boolean;
  /** How many published views there are to read. */
  readonly positions: number;
  /** What the latest round asks, or before the first what it will ask. */
  readonly items: readonly Item[];
  /** To answer those, in minutes. */
  readonly minutes: number;
  /** Items of the open round whose meaning was changed after this expert had submitted an answer to them. */
  readonly reworded: readonly { readonly item: Item; readonly before: string; readonly reason: string }[];
  /** The expert's own work on the latest round; null before the first. */
  readonly own: {
    /** Items with an answer of any kind, finished or not. */
    readonly answered: number;
    /** Items with a part that is neither answered nor abstained from. */
    readonly open: number;
    readonly unsubmitted: boolean;
    readonly submission: { readonly revision: number; readonly receipt: string } | null;
  } | null;
};

export const expertInvitation = query({
  input: z.strictObject({}),
  access: ownSeat,
  run: async (tx, seat): Promise<ExpertInvitation> => {
    const study = await panelStudy(tx, seat.studyId);
    const { slug, simulated, concluded, cancelReason, severed, content, rounds, protocol } = study;
    const items =
      seat.round === null
        ? await studyItems(tx, seat.studyId)
        : await askedItems(tx, seat.studyId, seat.round, seat.roundRevision);
    const own = seat.round === null ? null : await ownRound(tx, seat, seat.round);
    const answers = own ? presentAnswers(own) : [];
    return {
      slug,
      simulated,
      concluded,
      cancelReason,
      severed,
      content,
      rounds,
      positions: study.positions,
      protocol: {
        rounds: protocol.rounds,
        minimumGroup: protocol.minimumGroup,
        closing: protocol.closing,
        anonymity: protocol.anonymity,
        severAfterDays: severAfterDays(protocol),
      },
      audience: whoCanSeeWhat(protocol, study),
      again: await followsAWave(tx, seat.studyId),
      consented: seat.consentedInRound !== null,
      items,
      minutes: minutesFor(items),
      reworded: seat.roundOpen && seat.roundRevision > 0 ? await rewordedSince(tx, seat, items) : [],
      own: own && {
        answered: new Set(answers.map(({ item }) => item)).size,
        open: new Set(openParts(items, answers).map((part) => part.item)).size,
        unsubmitted: own.draft !== null,
        submission: own.submission && {
          revision: own.submission.revision,
          receipt: own.submission.receipt,
        },
      },
    };
  },
});

async function rewordedSince(
  tx: Tx,
  seat: Seat,
  items: readonly Item[],
): Promise<ExpertInvitation["reworded"]> {
  const former = await formerItems(tx, seat, seat.round!);
  const lineage = await studyLineage(tx, seat.studyId);
  return former.flatMap((id) => {
    const item = items.find((one) => one.id === id);
    const change = lineage.findLast(
      ({ during, substance, into }) => during && substance && into.includes(id),
    );
    return item && change ? [{ item, before: change.before!.title, reason: change.reason }] : [];
  });
}
