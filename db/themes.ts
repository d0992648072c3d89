import { and, eq } from "drizzle-orm";
import { type Theme, type ThemeSize, themesToShow } from "@/delphi/theme";
import type { Tx } from "./run";
import { answerText, theme } from "./schema/panel";

/**
 * The themes of the open answers of each round, with the numbers that disclosure control lets stand. Every answer
 * counts that was written, also one that is held back: the number is of experts, not of texts shown.
 */
export async function themesOf(tx: Tx, studyId: string, k: number): Promise<ReadonlyMap<number, Theme[]>> {
  const rows = await tx
    .select({ round: answerText.round, item: answerText.item, part: answerText.part, name: theme.name })
    .from(answerText)
    .leftJoin(theme, and(eq(theme.studyId, answerText.studyId), eq(theme.id, answerText.themeId)))
    .where(eq(answerText.studyId, studyId));
  const grouped = rows.filter((row) => row.name !== null);
  const found = new Map<number, Theme[]>();
  for (const [round, item, part] of placesIn(grouped)) {
    const here = rows.filter((row) => row.round === round && row.item === item && row.part === part);
    const themes = themesToShow(k, item, here.length, sizesOf(here));
    found.set(round, [...(found.get(round) ?? []), ...themes]);
  }
  return found;
}

type Row = {
  readonly round: number;
  readonly item: string;
  readonly part: string;
  readonly name: string | null;
};

function placesIn(rows: readonly Row[]): readonly (readonly [number, string, string])[] {
  const places = rows.map(
    ({ round, item, part }) => [`${round}/${item}/${part}`, round, item, part] as const,
  );
  return [...new Map(places.map(([key, ...place]) => [key, place])).values()].sort((a, b) =>
    a.join("/") < b.join("/") ? -1 : 1,
  );
}

function sizesOf(rows: readonly Row[]): readonly ThemeSize[] {
  const names = [...new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])))];
  return names.map((name) => ({ name, answers: rows.filter((row) => row.name === name).length }));
}
