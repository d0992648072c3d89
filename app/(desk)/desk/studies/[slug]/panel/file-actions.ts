"use server";

import { getTranslations } from "next-intl/server";
import { counted } from "@/app/_server/attempts";
import type { Actor } from "@/db/actor";
import { importPanel } from "@/db/commands/import-panel";
import { textOfPanelFile } from "@/db/panel-bytes";
import type { PanelColumns } from "@/db/panel-columns";
import { PANEL_FIELDS } from "@/db/panel-fields";
import { type PanelPreview, panelPreview } from "@/db/queries/panel-preview";
import { done, type Result, refused } from "@/delphi/result";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";
import type { PanelFileState, Preview, Report } from "./file-state";
import { LARGEST_FILE } from "./largest-file";

type Given = {
  readonly study: string;
  readonly text: Awaited<ReturnType<typeof textOfPanelFile>>;
  readonly columns: PanelColumns | undefined;
};

/** Shows what a panel's file would do, or with `intent` add does it. Nothing is stored before that. */
export async function panelFileAction(form: FormData): Promise<PanelFileState> {
  // Called by something that is no form of ours.
  const sent = form instanceof FormData ? form : new FormData();
  const [adds, text] = [textOf(sent, "intent") === "add", await givenText(sent)];
  const read = () => ({ ...studyIn(sent), text, columns: columnsIn(sent) });
  let [preview, report]: [Preview | null, Report | null] = [null, null];
  const act = adds
    ? deskAction(read, added, async (value) => {
        report = await reportOf(value);
      })
    : deskAction(read, previewed, async (value) => {
        preview = await shown(value);
      });
  const problem = await act(null, sent);
  return { refused: problem?.message ?? null, preview, report };
}

const previewed = (actor: Actor, given: Given): Promise<Result<PanelPreview>> =>
  readable(actor, given, async (input) => done(await panelPreview(actor, input)));

const added = (actor: Actor, given: Given) =>
  readable(actor, given, async (input) => {
    const { mend } = await panelPreview(actor, input);
    const result = await importPanel(actor, input);
    return result.ok ? done({ ...result.value, mend }) : result;
  });

type Read = { readonly study: string; readonly text: string; readonly columns?: PanelColumns };

async function readable<T>(
  actor: Actor,
  { study, text, columns }: Given,
  then: (input: Read) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!text.ok) return text;
  if (text.value.length > LARGEST_FILE) return refused("file-too-large");
  if (text.value.trim() === "") return refused("import-empty");
  if (columns && !columns.fields.includes("address")) return refused("no-address-column");
  const by = actor.kind === "facilitator" ? actor.facilitatorId : actor.kind;
  return counted("panel-file", () => then({ study, text: text.value, ...(columns && { columns }) }), by);
}

/** A chosen file comes before what was pasted. */
async function givenText(form: FormData): Promise<Given["text"]> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return done(textOf(form, "text"));
  if (file.size > LARGEST_FILE) return refused("file-too-large");
  return textOfPanelFile(new Uint8Array(await file.arrayBuffer()));
}

/** As corrected in the preview; undefined before it, and where nothing was matched. */
function columnsIn(form: FormData): PanelColumns | undefined {
  const given = form.getAll("column");
  const fields = given.map((one) => PANEL_FIELDS.find((field) => field === one) ?? null);
  if (fields.every((field) => field === null)) return undefined;
  return { header: form.get("header") !== null, fields: fields.slice(0, 200) };
}

/** The browser shows the first of them; the file has them all. */
const BAD_SHOWN = 100;

async function shown(read: PanelPreview): Promise<Preview> {
  const t = await getTranslations("desk.panel.import");
  const { columns, heads, first, fresh, known, groups, bad, mend } = read;
  return {
    said: t("preview", { fresh, known, bad: bad.length }),
    add: fresh > 0 ? t("add", { people: fresh }) : null,
    groups: groups.length > 0 ? t("new-groups", { count: groups.length, groups: groups.join(", ") }) : "",
    columns,
    heads,
    first,
    bad: bad.slice(0, BAD_SHOWN),
    more: bad.length > BAD_SHOWN ? t("more-bad", { count: bad.length - BAD_SHOWN }) : "",
    mend: bad.length > 0 ? mend : "",
  };
}

type Added = { added: number; known: number; bad: PanelPreview["bad"]; mend: string };

async function reportOf({ added: people, known, bad, mend }: Added): Promise<Report> {
  const t = await getTranslations("desk.panel.import");
  return {
    said: t("report", { added: people, known, bad: bad.length }),
    bad: bad.slice(0, BAD_SHOWN),
    more: bad.length > BAD_SHOWN ? t("more-bad", { count: bad.length - BAD_SHOWN }) : "",
    mend: bad.length > 0 ? mend : "",
  };
}
