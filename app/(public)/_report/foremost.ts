import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readForemost } from "@/delphi/as-one-figures";
import { figureOf } from "@/delphi/figure";
import { hasOptions } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { isAboutARanking } from "@/delphi/rule";
import { readConsensus } from "@/delphi/verdict-reading";
import type { Block } from "./blocks";

/** Of each question with options what came of it as a whole, with the verdict on a ranking. */
export async function foremost({ items, rounds, protocol }: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.results");
  const say = await sayer();
  const texts = items.filter(hasOptions).flatMap((item) => {
    const round = lastAsked(rounds, item.id);
    const figure = round && figureOf(round.figures, item.id, ratedParts(item)[0]!.id);
    if (!round || figure?.withheld !== null) return [];
    const rule = protocol.rules[item.kind]?.consensus ?? null;
    const whole = rule && isAboutARanking(rule) ? ` ${say(readConsensus(item, figure, rule))}.` : "";
    return [`${text("of", { title: item.title, finding: say(readForemost(item, round.figures)) })}${whole}`];
  });
  return texts.length > 0 ? [{ kind: "list", texts }] : [];
}
