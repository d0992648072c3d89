import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Figure } from "@/delphi/figure";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { Verdict, VerdictGlyph } from "@/ui/verdict";

/** Both verdicts on a figure as glyph and word, or that there is none. */
export async function FigureVerdict({ figure }: { figure: Figure }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  if (figure.withheld !== null) return <span className="text-muted">{t("withheld")}</span>;
  const [consensus, stability] = [consensusWord(figure), stabilityWord(figure)];
  const steady = stability && { mark: stability.mark, label: say(stability.word) };
  if (consensus)
    return (
      <Verdict
        consensus={{ mark: consensus.mark, label: say(consensus.word) }}
        stability={steady ?? undefined}
      />
    );
  if (!steady) return <span className="text-muted">{t("no-verdict")}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 font-sans text-muted">
      <VerdictGlyph mark={steady.mark} />
      {steady.label}
    </span>
  );
}
