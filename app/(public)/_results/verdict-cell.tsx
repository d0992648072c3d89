import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Figure } from "@/delphi/figure";
import { readFigures, readWithheld } from "@/delphi/figure-reading";
import type { Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { scaleBounds } from "@/delphi/scale";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { Strip } from "@/ui/pictures/strip";
import type { VerdictCell } from "@/ui/pictures/verdict-matrix";

/** Both verdicts on one criterion with its strip, or the words that stand where there are none. */
export async function verdictCell(
  edition: Edition,
  part: Part,
  figure: Figure | undefined,
): Promise<VerdictCell> {
  const text = await getTranslations("public.results.options");
  const say = await sayer();
  if (!figure) return { none: text("not-asked") };
  if (figure.withheld !== null)
    return { none: say(readWithheld(figure.withheld, edition.protocol.minimumGroup)) };
  const consensus = consensusWord(figure);
  const stability = stabilityWord(figure);
  const bounds = scaleBounds(part.scale);
  if (!consensus || !bounds) return { none: text("no-figure") };
  return {
    consensus: { mark: consensus.mark, label: say(consensus.word) },
    stability: stability ? { mark: stability.mark, label: say(stability.word) } : undefined,
    note: (
      <Strip
        min={bounds.min}
        max={bounds.max}
        median={figure.median}
        middle={figure.q1 === null || figure.q3 === null ? null : { low: figure.q1, high: figure.q3 }}
        counts={figure.counts ?? undefined}
        description={say(readFigures(part, figure))}
      />
    ),
  };
}
