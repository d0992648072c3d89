"use server";

import { redirect } from "next/navigation";
import { editStudy } from "@/db/commands/edit-study";
import { publish } from "@/db/commands/publish";
import { takeDownText } from "@/db/commands/take-down-text";
import { writeReportTexts } from "@/db/commands/write-report-texts";
import { ReportTextName } from "@/delphi/reporting/report-texts";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

export const publishAction = deskAction(
  (form) => ({ ...studyIn(form), reason: textOf(form, "reason").trim() || undefined }),
  publish,
  ({ edition }, form) =>
    redirect(`/desk/studies/${textOf(form, "study")}/publication?done=published&n=${edition}`),
);

export const announceAction = deskAction(
  (form) => ({
    ...studyIn(form),
    version: Number(textOf(form, "version")),
    announced: textOf(form, "announced") === "yes",
  }),
  editStudy,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/publication?done=saved`),
);

export const writeReportAction = deskAction(
  (form) => ({
    ...studyIn(form),
    version: Number(textOf(form, "version")),
    texts: Object.fromEntries(
      ReportTextName.options.flatMap((name) => {
        const text = textOf(form, name).trim();
        return text === "" ? [] : [[name, text]];
      }),
    ),
  }),
  writeReportTexts,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/publication?done=saved`),
);

export const takeDownAction = deskAction(
  (form) => ({ ...studyIn(form), digest: textOf(form, "digest"), reason: textOf(form, "reason") }),
  takeDownText,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/publication/texts?done=taken-down`),
);
