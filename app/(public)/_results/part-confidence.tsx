import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { readNotWeighted, readWeighted, twinsOf } from "@/delphi/confidence-reading";
import type { ShownFigure } from "@/delphi/figure";
import type { Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { TwinBars } from "@/ui/pictures/twin-bars";
import { confidenceCaption } from "./confidence-caption";

type Props = { edition: Edition; part: Part; figure: ShownFigure };

/** The answers where sure experts count for more, beside those where all count alike; in words where that would tell of too few. */
export async function PartConfidence({ edition, part, figure }: Props) {
  const text = await getTranslations("public.results.confidence");
  const say = await sayer();
  const twins = twinsOf(part, figure);
  const why = readNotWeighted(figure);
  if (why)
    return (
      <div>
        <h3>{text("title")}</h3>
        <p className="mt-2 max-w-measure text-muted">{say(why)}.</p>
      </div>
    );
  if (!twins) return null;
  return (
    <TwinBars
      title={say(readWeighted(twins))}
      caption={await confidenceCaption(edition, figure)}
      heading={3}
      rows={twins.map((twin) => ({ ...twin, label: say(twin.label) }))}
      names={{ plain: text("alike"), weighted: text("weighted") }}
      words={await pictureWords()}
    />
  );
}
