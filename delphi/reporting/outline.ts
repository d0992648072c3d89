import type { ReportTextName } from "./report-texts";

/** The chapters and sections of a report. Every report has all of them, so that their numbers are known beforehand. */
export const OUTLINE = [
  { chapter: "summary", sections: [] },
  { chapter: "background", sections: ["question", "why", "before"] },
  {
    chapter: "methods",
    sections: ["team", "panel", "questionnaire", "rounds", "rules", "analysis", "anonymity", "changes"],
  },
  { chapter: "results", sections: ["participation", "findings", "movement", "disagreement"] },
  { chapter: "discussion", sections: ["limits", "literature", "use"] },
  { chapter: "declarations", sections: ["funding", "interests", "ethics", "data"] },
] as const;
export type ChapterName = (typeof OUTLINE)[number]["chapter"];
export type SectionName = (typeof OUTLINE)[number]["sections"][number];

const APPENDICES = ["questions", "answers", "checklists"] as const;
export type AppendixName = (typeof APPENDICES)[number];

/** Where each of the facilitators' texts stands. */
export const PLACE_OF: Readonly<Record<ReportTextName, SectionName>> = {
  audience: "question",
  reason: "why",
  context: "why",
  evidence: "before",
  team: "team",
  registration: "team",
  selection: "panel",
  recruitment: "panel",
  "public-role": "panel",
  development: "questionnaire",
  piloting: "questionnaire",
  accessibility: "questionnaire",
  retention: "rounds",
  incidents: "rounds",
  thresholds: "rules",
  analysis: "analysis",
  limitations: "limits",
  comparison: "literature",
  validation: "use",
  dissemination: "use",
  funding: "funding",
  interests: "interests",
  ethics: "ethics",
};

/** "3.2", "1", "C": the number of a section, a chapter without sections, or an appendix. */
export function numberOf(name: ChapterName | SectionName | AppendixName, appendix = false): string {
  if (appendix) return "ABC"[APPENDICES.indexOf(name as AppendixName)]!;
  const at = OUTLINE.findIndex(({ chapter }) => chapter === name);
  if (at >= 0) return String(at + 1);
  const inside = OUTLINE.findIndex(({ sections }) => (sections as readonly string[]).includes(name));
  const place = (OUTLINE[inside]!.sections as readonly string[]).indexOf(name);
  return `${inside + 1}.${place + 1}`;
}
