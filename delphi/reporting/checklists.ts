import type { AboutExperts } from "../about-expert";
import { type AppendixName, type ChapterName, numberOf, PLACE_OF, type SectionName } from "./outline";
import type { ReportTextName, ReportTexts } from "./report-texts";

type Place = ChapterName | SectionName | `appendix ${AppendixName}`;

/** An item of a reporting guideline: where the record answers it, and what only a person can add. */
type Entry = {
  readonly id: string;
  readonly record?: Place;
  readonly texts?: readonly ReportTextName[];
  /** What experts were asked about themselves, where the protocol has it; it stands in the section of that name. */
  readonly asked?: "interests";
};

const of = (id: string, record: Place | null, ...texts: ReportTextName[]): Entry => ({
  id,
  ...(record && { record }),
  ...(texts.length > 0 && { texts }),
});

/** Gattrell et al. 2024, PLoS Med 21(1):e1004326. */
const ACCORD: readonly Entry[] = [
  of("T1", "summary"),
  of("I1", null, "reason"),
  of("I2", "question", "audience"),
  of("I3", null, "context"),
  of("M1", "rules", "registration"),
  of("M2", "team", "team"),
  of("M3", "panel", "selection"),
  of("M4", "participation", "recruitment"),
  of("M5", null, "public-role"),
  of("M6", null, "evidence"),
  of("M7", null, "evidence"),
  of("M8", null, "evidence"),
  of("M9", "rules"),
  of("M10", "appendix questions"),
  of("M11", "rounds"),
  of("M12", "rules", "thresholds"),
  of("M13", "rules"),
  of("M14", "rounds"),
  of("M15", "analysis", "analysis"),
  of("M16", null, "piloting"),
  of("M17", "rounds"),
  of("M18", "anonymity"),
  of("M19", "anonymity"),
  of("M20", null, "retention"),
  of("M21", null, "accessibility"),
  of("R1", "rounds"),
  of("R2", "changes"),
  of("R3", "participation"),
  of("R4", "findings"),
  of("R5", "changes"),
  of("D1", "limits", "limitations"),
  of("D2", null, "comparison"),
  of("O1", null, "dissemination"),
  { ...of("O2", null, "interests"), asked: "interests" },
  of("O3", null, "funding"),
];

/** Niederberger et al. 2024, PLoS ONE 19(8):e0304651. */
const DELPHISTAR: readonly Entry[] = [
  of("1", "summary"),
  of("2", "summary"),
  of("3", "summary"),
  of("4", null, "funding"),
  of("5", null, "team"),
  of("6", null, "team"),
  of("7", null, "context"),
  of("8", "rules", "registration"),
  of("9", null, "reason"),
  of("10", "question", "audience"),
  of("11", "panel", "selection"),
  of("12", null, "selection"),
  of("13", null, "selection"),
  of("14", "rules"),
  of("15", "changes", "reason"),
  of("16", "rules"),
  of("17", null, "selection"),
  of("18", null, "recruitment"),
  of("19", null, "development"),
  of("20", "appendix questions"),
  of("21", "rounds"),
  of("22", "rounds"),
  of("23", "rules", "thresholds"),
  of("24", "rounds"),
  of("25", "analysis"),
  of("26", "rounds"),
  of("27", "disagreement"),
  of("28", "analysis", "analysis"),
  of("29", "rules", "thresholds"),
  of("30", "analysis"),
  of("31", "participation"),
  of("32", null, "incidents"),
  of("33", "participation"),
  of("34", "findings"),
  of("35", "summary"),
  of("36", null, "limitations"),
  of("37", null, "analysis"),
  of("38", "limits", "limitations"),
];

/** Jünger et al. 2017, Palliat Med 31:684. */
const CREDES: readonly Entry[] = [
  of("1", null, "reason"),
  of("2", "rules"),
  of("3", "rules", "thresholds"),
  of("4", null, "piloting"),
  of("5", "anonymity"),
  of("6", "disagreement"),
  of("7", null, "validation"),
  of("8", "question", "reason"),
  of("9", "participation", "selection"),
  of("10", "rounds", "development", "piloting"),
  of("11", "participation"),
  of("12", "rules"),
  of("13", "findings"),
  of("14", "limits", "limitations"),
  of("15", null, "comparison"),
  of("16", null, "dissemination"),
];

export const CHECKLISTS = { accord: ACCORD, delphistar: DELPHISTAR, credes: CREDES } as const;
export type ChecklistName = keyof typeof CHECKLISTS;

/** whole: all of it is reported; part: the record's part alone; none: nothing is. */
export type Reported = {
  readonly id: string;
  readonly how: "whole" | "part" | "none";
  readonly where: readonly string[];
};

/** Where a report answers each item of a guideline. */
export function filledIn(
  list: ChecklistName,
  texts: ReportTexts,
  experts: AboutExperts = {},
): readonly Reported[] {
  return CHECKLISTS[list].map(({ id, record: always, texts: wanted = [], asked }) => {
    const record = always ?? (asked && experts[asked] ? asked : undefined);
    const given = wanted.filter((name) => texts[name] !== undefined);
    const where = [...(record ? [placeText(record)] : []), ...given.map((name) => numberOf(PLACE_OF[name]))];
    const missing = given.length < wanted.length;
    const how = where.length === 0 ? "none" : missing ? "part" : "whole";
    return { id, how, where: [...new Set(where)] };
  });
}

const placeText = (place: Place): string =>
  place.startsWith("appendix ")
    ? numberOf(place.slice("appendix ".length) as AppendixName, true)
    : numberOf(place as ChapterName | SectionName);

/** The guidelines that ask for one of the facilitators' texts: "ACCORD I1, DELPHISTAR 9". */
export const askedBy = (name: ReportTextName): readonly string[] =>
  (Object.keys(CHECKLISTS) as ChecklistName[]).flatMap((list) => {
    const ids = CHECKLISTS[list].filter(({ texts }) => texts?.includes(name)).map(({ id }) => id);
    return ids.length > 0 ? [`${list.toUpperCase()} ${ids.join(", ")}`] : [];
  });
