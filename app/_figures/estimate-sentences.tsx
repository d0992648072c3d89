import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { sayer } from "@/app/_server/say";
import { BEST, CONFIDENCE } from "@/delphi/estimate-part";
import { type Figure, figureOf } from "@/delphi/figure";
import { readFigures } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import type { Rule } from "@/delphi/rule";
import { readChange, readConsensus, readStability } from "@/delphi/verdict-reading";

type Props = {
  item: Item;
  /** Of the round that asked it last, and of the rounds before. */
  figures: readonly Figure[];
  earlier: readonly { readonly round: number; readonly figures: readonly Figure[] }[];
  rule: Rule | null;
  children?: ReactNode;
};

/** Both verdicts on an estimate with their reasons, how it moved, and how sure the experts are. */
export async function EstimateSentences({ item, figures, earlier, rule, children }: Props) {
  const text = await getTranslations("shared.estimates");
  const say = await sayer();
  const [best, confidence] = [BEST, CONFIDENCE].map((part) => figureOf(figures, item.id, part));
  if (best?.withheld !== null) return null;
  const since = earlier.find(({ round }) => round === best.stability?.since);
  const before = since && figureOf(since.figures, item.id, BEST);
  const part = (id: string) => item.parts.find((one) => one.id === id)!;
  const change = before?.withheld === null ? readChange(part(BEST), before, best) : null;
  const readings = [
    readConsensus(item, best, rule),
    ...(best.stability ? [readStability(best)] : []),
    ...(change ? [change] : []),
  ];
  return (
    <ul className="mt-3 max-w-measure space-y-1 font-sans text-sm text-muted">
      {readings.map(say).map((one) => (
        <li key={one}>{one}.</li>
      ))}
      {confidence?.withheld === null ? (
        <li>{text("sure", { figures: say(readFigures(part(CONFIDENCE), confidence)) })}.</li>
      ) : null}
      {children}
    </ul>
  );
}
