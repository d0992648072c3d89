"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { counted } from "@/app/_server/attempts";
import type { Actor } from "@/db/actor";
import { importRounds } from "@/db/commands/import-rounds";
import { undoImport } from "@/db/commands/undo-import";
import type { RatingColumns } from "@/db/outside-file";
import { textOfPanelFile } from "@/db/panel-bytes";
import { type RoundsPreview, roundsPreview } from "@/db/queries/rounds-preview";

import { RATING_COLUMNS, USUAL_SCALES } from "@/delphi/rating-names";
import { done, type Result, refused } from "@/delphi/result";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";
import { editDesign } from "../design/edit-design";
import { LARGEST_FILE } from "../panel/largest-file";
import type { OutsideState, Preview } from "./outside-state";

type Text = Awaited<ReturnType<typeof textOfPanelFile>>;
type Given = { readonly form: FormData; readonly text: Text; readonly described: Text | null };

/**
 * Shows what a file of rounds would do, or with `intent` does it: `import` brings the rounds in, `questions` takes
 * over the questions alone. Nothing is stored before that.
 */
export async function outsideFileAction(form: FormData): Promise<OutsideState> {
  // Called by something that is no form of ours.
  const sent = form instanceof FormData ? form : new FormData();
  const given: Given = {
    form: sent,
    text: (await fileIn(sent, "file")) ?? done(textOf(sent, "text")),
    described: await fileIn(sent, "described"),
  };
  const base = `/desk/studies/${textOf(sent, "study")}` as const;
  let preview: Preview | null = null;
  const acts = {
    import: deskAction(
      () => given,
      brought,
      ({ rounds }) => redirect(`${base}/rounds?done=rounds-imported&n=${rounds}`),
    ),
    questions: deskAction(
      () => given,
      questionsAlone,
      () => redirect(`${base}/design/protocol?done=saved`),
    ),
    check: deskAction(
      () => given,
      (actor, value) => readable(actor, value, async (input) => done(await roundsPreview(actor, input))),
      async (value) => {
        preview = await shown(value);
      },
    ),
  };
  const intent = textOf(sent, "intent");
  const problem = await (intent === "import" || intent === "questions" ? acts[intent] : acts.check)(
    null,
    sent,
  );
  return { refused: problem?.message ?? null, problems: problem?.problems ?? [], preview };
}

export const undoImportAction = deskAction(
  (form) => studyIn(form),
  undoImport,
  ({ rounds }, form) =>
    redirect(`/desk/studies/${textOf(form, "study")}/import?done=rounds-undone&n=${rounds}`),
);

const brought = (actor: Actor, given: Given) =>
  readable(actor, given, async (input) => {
    const { form } = given;
    const ran = form.getAll("from").map((from, at) => ({
      from: String(from),
      to: String(form.getAll("to")[at] ?? ""),
      invited: Number(form.getAll("invited")[at]) || 0,
    }));
    const rules = textOf(form, "rules") as "before" | "afterwards";
    return importRounds(actor, { ...input, ran, all: Number(textOf(form, "all")), rules });
  });

const questionsAlone = (actor: Actor, given: Given) =>
  readable(actor, given, async (input) => {
    const { made } = await roundsPreview(actor, input);
    if (made.length === 0) return refused("no-items");
    const edited = { study: input.study, version: Number(textOf(given.form, "version")) };
    return editDesign(actor, edited, () => ({ items: made }));
  });

type Input = Parameters<typeof roundsPreview>[1];

async function readable<T>(
  actor: Actor,
  { form, text, described }: Given,
  then: (input: Input) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!text.ok) return text;
  if (described && !described.ok) return described;
  if (text.value.length + (described?.value.length ?? 0) > LARGEST_FILE) return refused("file-too-large");
  if (text.value.trim() === "") return refused("rounds-empty");
  const columns = columnsIn(form);
  const scale = USUAL_SCALES.find((name) => name === textOf(form, "scale"));
  const questions = (["study", "file"] as const).find((name) => name === textOf(form, "questions"));
  const input = {
    ...studyIn(form),
    text: text.value,
    ...(described && { described: described.value }),
    ...(columns && { columns }),
    ...(scale && { scale }),
    ...(questions && { questions }),
  };
  const by = actor.kind === "facilitator" ? actor.facilitatorId : actor.kind;
  return counted("panel-file", () => then(input), by);
}

async function fileIn(form: FormData, name: string): Promise<Text | null> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return null;
  if (file.size > LARGEST_FILE) return refused("file-too-large");
  return textOfPanelFile(new Uint8Array(await file.arrayBuffer()));
}

/** As corrected in the preview; undefined before it. */
function columnsIn(form: FormData): RatingColumns | undefined {
  const given = form.getAll("column");
  if (given.length === 0) return undefined;
  const fields = given.map((one) => RATING_COLUMNS.find((field) => field === one) ?? null);
  return { header: form.get("header") !== null, fields: fields.slice(0, 200) };
}

/** The browser shows the first of them; the file has them all. */
const BAD_SHOWN = 100;
const TITLES_SHOWN = 8;

async function shown(read: RoundsPreview): Promise<Preview> {
  const t = await getTranslations("desk.outside");
  const { columns, heads, scale, questions, ownQuestions, rounds, bad, undescribed, problems, unfit } = read;
  const sum = (of: "answers" | "texts") => rounds.reduce((total, round) => total + round[of], 0);
  const values = {
    rounds: rounds.length,
    answers: sum("answers"),
    texts: sum("texts"),
    people: read.people,
    questions: read.asked.length,
    bad: bad.length,
  };
  const able = problems.length === 0 && unfit.length === 0;
  const titles = read.made.slice(0, TITLES_SHOWN).map(({ title }) => `“${title}”`);
  return {
    columns,
    heads,
    scale,
    questions,
    ownQuestions,
    rounds,
    said: t("preview", values),
    notes: [
      ...(titles.length > 0
        ? [
            t("made", {
              count: read.made.length,
              titles: titles.join(", "),
              rest: read.made.length - titles.length,
            }),
          ]
        : []),
      ...(questions === "file" && ownQuestions > 0 ? [t("replaced", { count: ownQuestions })] : []),
      ...(read.groups.length > 0
        ? [t("new-groups", { count: read.groups.length, groups: read.groups.join(", ") })]
        : []),
      ...undescribed.slice(0, 20).map(({ line, reason }) => t("undescribed", { line, reason })),
    ],
    problems,
    unfit,
    act: able ? { open: t("act", values), title: t("ask", values), what: t("what", values) } : null,
    questionsOnly: read.made.length > 0 && problems.length === 0 ? t("questions-only") : null,
    bad: bad.slice(0, BAD_SHOWN),
    more: bad.length > BAD_SHOWN ? t("more-bad", { count: bad.length - BAD_SHOWN }) : "",
    mend: bad.length > 0 ? read.mend : "",
  };
}
