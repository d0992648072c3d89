"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_server/action";
import type { Actor } from "@/db/actor";
import { createStudy } from "@/db/commands/create-study";
import { studyDesign } from "@/db/queries/study-design";
import { readDesign } from "@/delphi/design-file";
import { slugOf } from "@/delphi/free-slug";
import type { StudyDesign } from "@/delphi/study";
import { templateNamed } from "@/delphi/template";
import { deskAction, textOf } from "../_parts/desk-action";

type Beginning = {
  readonly from: string;
  readonly title: string;
  readonly question: string;
  readonly slug: string;
  /** Its first rounds were run elsewhere and are brought in next. */
  readonly elsewhere: boolean;
};

/** A template, or a copy of an earlier study: everything but its panel and what was answered. */
async function baseOf(actor: Actor, from: string, elsewhere: boolean): Promise<Omit<StudyDesign, "slug">> {
  const [kind, name] = [from.split(":", 1)[0], from.slice(from.indexOf(":") + 1)];
  if (kind === "study") return studyDesign(actor, { study: name });
  const { protocol, items } = templateNamed(name) ?? templateNamed("blank")!;
  const content = { title: "", question: "", background: "", perspective: "", organiser: "", contact: "" };
  // Examples are no questions that somebody answered elsewhere.
  return { content, sources: [], positions: [], items: elsewhere ? [] : [...items], protocol };
}

async function begin(actor: Actor, { from, title, question, slug, elsewhere }: Beginning) {
  const base = await baseOf(actor, from, elsewhere);
  const content = { ...base.content, title, question };
  return createStudy(actor, { design: { ...base, slug, content }, simulated: false, announced: false });
}

export const createStudyAction = deskAction(
  (form) => ({
    from: textOf(form, "from"),
    title: textOf(form, "title"),
    question: textOf(form, "question"),
    slug: textOf(form, "slug").trim() || slugOf(textOf(form, "title")),
    elsewhere: form.has("elsewhere"),
  }),
  begin,
  ({ study }, form) =>
    redirect(`/desk/studies/${study}/${form.has("elsewhere") ? "import" : "design"}?done=created`),
);

/** Everything in the file is taken as it stands, but for the address where another one is given. */
async function beginFromFile(actor: Actor, { text, slug }: { readonly text: string; readonly slug: string }) {
  const read = readDesign(text);
  if (!read.ok) return read;
  const design = slug === "" ? read.value : { ...read.value, slug };
  return createStudy(actor, { design, simulated: false, announced: false });
}

export async function importDesignAction(state: FormState, form: FormData): Promise<FormState> {
  const file = form.get("file");
  const text = file instanceof File && file.size > 0 ? await file.text() : textOf(form, "text");
  const take = deskAction(
    () => ({ text, slug: textOf(form, "slug").trim() }),
    beginFromFile,
    ({ study }) => redirect(`/desk/studies/${study}/design?done=created`),
  );
  return take(state, form);
}
