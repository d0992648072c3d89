import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { asksAgain } from "@/delphi/carry-forward";
import { Item } from "@/delphi/item";
import { itemsInUse } from "@/delphi/lineage";
import { Snapshot } from "@/delphi/publication";
import { itemsShown, sectionsOf } from "@/delphi/questionnaire";
import { StudyContent } from "@/delphi/study";
import { type Desk, deskAs } from "../access/desk";
import { historiesOf } from "../asked-before";
import { feedbackOn, roundsBefore, settledItems } from "../feedback";
import { query, type Tx } from "../run";
import { round, study } from "../schema/study";
import { studyItems, studyLineage } from "../study-rows";
import type { Questionnaire } from "./questionnaire";

/** A questionnaire that nobody fills in: no seat, no answers, nothing of anybody's own. */
export type QuestionnairePreview = Omit<
  Questionnaire,
  "round" | "consented" | "unsubmitted" | "submission"
> & {
  readonly round: { readonly number: number; readonly of: number; readonly state: "open" | "next" | "past" };
};

/** Nobody's: the first of the shuffled orders, and reasons of everybody. */
const NOBODY = { order: 0, seatId: Buffer.alloc(16) };

/**
 * The questionnaire as an expert of the open round sees it, or of the next one by what the locked rules propose.
 * With `section` it holds the feedback on that section alone. Answers are not read, only what experts are shown.
 */
export const questionnairePreview = query({
  input: z.strictObject({ study: z.string(), section: z.string().max(120).optional() }),
  access: deskAs("facilitator"),
  run: async (tx, desk, { section }): Promise<QuestionnairePreview> => {
    const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
    const { slug, simulated } = row!;
    const content = StudyContent.parse(row!.content);
    const plan = desk.protocol.questionnaire;
    const { number, state, asked } = await previewedRound(tx, desk);
    const items = itemsShown(asked, plan, NOBODY.order);
    const shown =
      section === undefined
        ? items
        : (sectionsOf(items, plan).find((one) => one.id === section)?.items ?? []);
    const before = await roundsBefore(tx, desk.studyId, number);
    const reader = { studyId: desk.studyId, seatId: NOBODY.seatId };
    return {
      study: {
        slug,
        simulated,
        positions: (row!.positions as unknown[]).length,
        title: content.title,
        question: content.question,
        minimumGroup: desk.protocol.minimumGroup,
      },
      round: { number, of: desk.protocol.rounds, state },
      items,
      plan,
      answers: [],
      earlier: [],
      histories: await historiesOf(tx, desk.studyId, number, shown, before, []),
      toConfirm: [],
      feedback: await feedbackOn(tx, reader, desk.protocol, before, shown),
      settled: settledItems(desk.protocol, before, items),
      argued: null,
    };
  },
});

type Previewed = Pick<QuestionnairePreview["round"], "number" | "state"> & {
  readonly asked: readonly Item[];
};

async function previewedRound(tx: Tx, desk: Desk): Promise<Previewed> {
  const rounds = await tx
    .select({ number: round.number, state: round.state, items: round.items, snapshot: round.snapshot })
    .from(round)
    .where(eq(round.studyId, desk.studyId))
    .orderBy(asc(round.number));
  const last = rounds.at(-1);
  const all = await studyItems(tx, desk.studyId);
  if (!last) return { number: 1, state: "next", asked: all };
  if (last.state === "open" || last.number >= desk.protocol.rounds)
    return {
      number: last.number,
      state: last.state === "open" ? "open" : "past",
      asked: z.array(Item).parse(last.items),
    };
  const again = new Set(
    Snapshot.parse(last.snapshot)
      .carryForward.filter(asksAgain)
      .map((one) => one.item),
  );
  const usable = itemsInUse(all, await studyLineage(tx, desk.studyId));
  return { number: last.number + 1, state: "next", asked: usable.filter((item) => again.has(item.id)) };
}
