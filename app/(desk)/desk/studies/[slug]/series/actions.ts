"use server";

import { redirect } from "next/navigation";
import { askAgain } from "@/db/commands/ask-again";
import { beginSeries } from "@/db/commands/begin-series";
import { editSeries } from "@/db/commands/edit-series";
import { joinSeries } from "@/db/commands/join-series";
import { leaveSeries } from "@/db/commands/leave-series";
import { undoAskAgain } from "@/db/commands/undo-ask-again";
import { slugOf } from "@/delphi/free-slug";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

const PANELS = ["roll", "agreed", "nobody"] as const;

const shareIn = (form: FormData) => Number(textOf(form, "panelShare").trim() || "NaN");

const termsIn = (form: FormData) => ({
  name: textOf(form, "name"),
  slug: textOf(form, "series").trim() || slugOf(textOf(form, "name")),
  panelShare: shareIn(form),
});

const back = (form: FormData, done: string): never =>
  redirect(`/desk/studies/${textOf(form, "study")}/series?done=${done}`);

export const askAgainAction = deskAction(
  (form) => ({
    ...studyIn(form),
    title: textOf(form, "title"),
    slug: textOf(form, "slug").trim() || slugOf(textOf(form, "title")),
    // A form that was tampered with carries nobody over.
    panel: PANELS.find((one) => one === textOf(form, "panel")) ?? "nobody",
    ...(form.has("panelShare") && { series: termsIn(form) }),
  }),
  askAgain,
  ({ study, people }) => redirect(`/desk/studies/${study}/series?done=asked-again&n=${people}`),
);

export const undoAskAgainAction = deskAction(
  (form) => ({ ...studyIn(form), wave: textOf(form, "wave") }),
  undoAskAgain,
  (_value, form) => back(form, "undone-again"),
);

export const beginSeriesAction = deskAction(
  (form) => ({ ...studyIn(form), series: termsIn(form) }),
  beginSeries,
  (_value, form) => back(form, "series-begun"),
);

export const joinSeriesAction = deskAction(
  (form) => ({ ...studyIn(form), series: textOf(form, "series") }),
  joinSeries,
  (_value, form) => back(form, "series-joined"),
);

export const leaveSeriesAction = deskAction(
  (form) => ({ ...studyIn(form), reason: textOf(form, "reason") || undefined }),
  leaveSeries,
  (_value, form) => back(form, "series-left"),
);

export const editSeriesAction = deskAction(
  (form) => ({ ...studyIn(form), name: textOf(form, "name"), panelShare: shareIn(form) }),
  editSeries,
  (_value, form) => back(form, "saved"),
);
