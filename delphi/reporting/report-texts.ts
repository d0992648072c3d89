import { z } from "zod";

/** What no record holds and a person has to write, in the order of the report. */
export const ReportTextName = z.enum([
  "audience",
  "reason",
  "context",
  "evidence",
  "team",
  "registration",
  "selection",
  "recruitment",
  "public-role",
  "development",
  "piloting",
  "accessibility",
  "retention",
  "incidents",
  "thresholds",
  "analysis",
  "limitations",
  "comparison",
  "validation",
  "dissemination",
  "funding",
  "interests",
  "ethics",
]);
export type ReportTextName = z.infer<typeof ReportTextName>;

/** The facilitators' texts of a report; what is missing was not written. */
export const ReportTexts = z.partialRecord(ReportTextName, z.string().trim().min(1).max(4000));
export type ReportTexts = z.infer<typeof ReportTexts>;
