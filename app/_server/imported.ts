import { getTranslations } from "next-intl/server";
import { importedIn } from "@/delphi/imported";
import { dates } from "./dates";

type Rounds = Parameters<typeof importedIn>[0];
type ImportedRounds = NonNullable<ReturnType<typeof importedIn>>;

/** "Rounds 1 and 2 were run elsewhere and imported on …": which rounds, when, and when their rules were set. */
export async function importedSentence({ last, on, rules }: ImportedRounds): Promise<string> {
  const text = await getTranslations("shared.imported");
  const { day } = await dates();
  return text("sentence", { last, date: day(on), rules });
}

/** How many of some rounds were run elsewhere, as the sentences about a study's method ask for it. */
export const importedShare = (rounds: Rounds): "none" | "some" | "all" => {
  const those = rounds.filter(({ imported }) => imported).length;
  return those === 0 ? "none" : those < rounds.length ? "some" : "all";
};

/**
 * All that readers have to know of imported rounds, a sentence each: that they are, that nobody's answers there are
 * joined to anybody's here, and that they have no receipts. None where there are no such rounds.
 */
export async function importedNotes(rounds: Rounds): Promise<readonly string[]> {
  const imported = importedIn(rounds);
  if (!imported) return [];
  const text = await getTranslations("shared.imported");
  const goesOn = rounds.some(({ round }) => round > imported.last);
  return [
    await importedSentence(imported),
    ...(goesOn ? [text("not-joined", { last: imported.last, next: imported.last + 1 })] : []),
    text("no-receipts", { last: imported.last }),
  ];
}
