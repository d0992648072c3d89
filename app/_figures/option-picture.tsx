import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { ShownFigure } from "@/delphi/figure";
import { chosenIn, readFigures } from "@/delphi/figure-reading";
import type { Part } from "@/delphi/item";
import { scaleBounds } from "@/delphi/scale";
import { ShareBar } from "@/ui/pictures/share-bar";
import { Strip } from "@/ui/pictures/strip";

/** How many chose an option. */
export async function OptionShare({ figure }: { figure: ShownFigure }) {
  const t = await getTranslations("shared.choices");
  const { count, n, percent } = chosenIn(figure);
  return <ShareBar count={count} n={n} text={t("of", { count, n, percent })} />;
}

/** The ranks or points that were given to an option. */
export async function OptionStrip({ part, figure }: { part: Part; figure: ShownFigure }) {
  const say = await sayer();
  return (
    <Strip
      {...scaleBounds(part.scale)!}
      median={figure.median}
      middle={figure.q1 === null || figure.q3 === null ? null : { low: figure.q1, high: figure.q3 }}
      counts={figure.counts ?? undefined}
      description={say(readFigures(part, figure))}
      className="w-40"
    />
  );
}
