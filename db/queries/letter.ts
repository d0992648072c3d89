import { z } from "zod";
import type { CarryForward } from "@/delphi/carry-forward";
import { type Figure, figureOf } from "@/delphi/figure";
import { hasVerdict, type Item, type Part, ratedParts, sameWording } from "@/delphi/item";
import { ownSeat } from "../access/seat";
import { connectionOf } from "../connection";
import { roundsBefore } from "../feedback";
import { type OwnRound, ownRound } from "../own-answers";
import { panelStudy } from "../panel-study";
import { query } from "../run";

/** One part of a question: what one answered oneself, round by round, and what the panel's closed rounds show. */
export type LetterPart = {
  readonly part: Part;
  readonly own: readonly { readonly round: number; readonly value: number | null }[];
  /** In the last closed round that asked it, and in the one that its stability looks back to. */
  readonly panel: Figure | null;
  readonly before: Figure | null;
  /** Of one's own group, where one's seat holds it. */
  readonly group: Figure | null;
};

export type LetterItem = {
  readonly item: Item;
  readonly round: number;
  readonly parts: readonly LetterPart[];
  readonly decided: CarryForward["proposal"] | null;
};

/** One's own words that were released, as they were. */
export type UsedText = {
  readonly round: number;
  readonly item: string;
  readonly title: string;
  readonly text: string;
  readonly edited: boolean;
};

export type Letter = {
  readonly study: {
    readonly slug: string;
    readonly simulated: boolean;
    readonly positions: number;
    readonly title: string;
    readonly question: string;
    readonly minimumGroup: number;
    readonly concluded: boolean;
  };
  /** The closed rounds, and those of them to which one submitted. */
  readonly rounds: readonly number[];
  readonly submitted: readonly number[];
  readonly group: string | null;
  readonly items: readonly LetterItem[];
  readonly texts: readonly UsedText[];
};

/** An expert's own letter about the closed rounds: theirs alone, and nothing of a round that is open. */
export const letter = query({
  input: z.strictObject({}),
  access: ownSeat,
  run: async (tx, seat): Promise<Letter> => {
    const { slug, simulated, positions, concluded, content, protocol, rounds } = await panelStudy(
      tx,
      seat.studyId,
    );
    const closed = rounds.filter(({ state }) => state === "closed").map(({ number }) => number);
    // The latest first, as feedback reads them.
    const before = await roundsBefore(tx, seat.studyId, (closed.at(-1) ?? 0) + 1);
    const own: (OwnRound & { readonly number: number })[] = [];
    for (const number of closed) own.push({ number, ...(await ownRound(tx, seat, number)) });
    const submitted = own.filter(({ submission }) => submission !== null).map(({ number }) => number);
    const { distribution, strata: groupsShown } = protocol.feedback;
    const group = groupsShown ? (protocol.strata.find(({ id }) => id === seat.stratum) ?? null) : null;
    const seen = new Set<string>();
    const items = before.flatMap(({ round, items, snapshot }) =>
      items.flatMap((item): LetterItem[] => {
        if (seen.has(item.id) || !(hasVerdict(item.kind) || ratedParts(item).length > 0)) return [];
        seen.add(item.id);
        const shown = (stratum: string | null, part: Part) =>
          (distribution && figureOf(snapshot.figures, item.id, part.id, stratum)) || null;
        const parts = ratedParts(item).map((part): LetterPart => {
          const panel = shown(null, part);
          const since = panel?.withheld === null ? panel.stability?.since : undefined;
          const earlier = before.find((one) => one.round === since);
          return {
            part,
            own: own.flatMap(({ number, submission, submitted: given }) => {
              const then = before.find((one) => one.round === number)?.items;
              if (!submission || !then?.some((one) => sameWording(one, item))) return [];
              const answer = given.find((one) => one.item === item.id && one.part === part.id);
              return [{ round: number, value: typeof answer?.value === "number" ? answer.value : null }];
            }),
            panel,
            before: (earlier && figureOf(earlier.snapshot.figures, item.id, part.id)) ?? null,
            group: group && shown(group.id, part),
          };
        });
        const decided = snapshot.carryForward.find((one) => one.item === item.id)?.proposal ?? null;
        return [{ item, round, parts, decided: hasVerdict(item.kind) ? decided : null }];
      }),
    );
    const used = await connectionOf(tx)<(Omit<UsedText, "title"> & { item: string })[]>`
      select round, item, coalesce(released, text) as text, released is not null and released <> text as edited
      from answer_text
      where study_id = ${seat.studyId} and seat_id = ${seat.seatId} and state = 'released'
        and round = any(${closed}::int[])
      order by round, item, md5(id::text)`;
    const titles = new Map(
      before.toReversed().flatMap(({ items }) => items.map((item) => [item.id, item.title] as const)),
    );
    return {
      study: {
        slug,
        simulated,
        positions,
        title: content.title,
        question: content.question,
        minimumGroup: protocol.minimumGroup,
        concluded,
      },
      rounds: closed,
      submitted,
      group: group?.title ?? null,
      items,
      texts: used.map((one) => ({ ...one, title: titles.get(one.item) ?? one.item })),
    };
  },
});
