import { sayer } from "@/app/_server/say";
import type { ShownFigure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { isAboutARanking, type Rule } from "@/delphi/rule";
import { readConsensus } from "@/delphi/verdict-reading";

/** The verdict on a ranking as a whole, of which each option carries the same; nothing where options are judged. */
export async function WholeVerdict({
  item,
  figure,
  rule,
}: {
  item: Item;
  figure: ShownFigure;
  rule: Rule | null;
}) {
  if (rule === null || !isAboutARanking(rule)) return null;
  const say = await sayer();
  return <p className="font-sans text-base">{say(readConsensus(item, figure, rule))}.</p>;
}
