import { getTranslations } from "next-intl/server";
import type { ShownFigure } from "@/delphi/figure";
import type { Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { whyNotRecomputable } from "@/delphi/verification/not-recomputable";
import { whyNotJudgeable } from "@/delphi/verification/steadiness";

/** The marks that verifying prints about a figure, beside the figure; nothing where all of it can be recomputed. */
export async function notRecomputable(edition: Edition, part: Part, figure: ShownFigure): Promise<string[]> {
  const text = await getTranslations("public.results.not-recomputable");
  const value = whyNotRecomputable(part.scale, figure);
  const verdict = whyNotJudgeable(edition, figure);
  return [
    ...(value ? [text("value", { reason: value })] : []),
    ...(verdict && verdict !== value ? [text("verdict", { reason: verdict })] : []),
  ];
}
