import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { readNotWeighted, readWeighted, twinsOf } from "@/delphi/confidence-reading";
import type { ShownFigure } from "@/delphi/figure";
import type { Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { TwinBars } from "@/ui/pictures/twin-bars";
import { confidenceCaption } from "./confidence-caption";

type Props = { edition: Edition; part: Part; figure: ShownFigure; heading?: 3 | 4 };

/** The answers where sure experts count for more, beside those where all count alike; in words where that would tell of too few. */
export async function PartConfidence({ edition, part, figure, heading = 4 }: Props) {
  const text = await getTranslations("public.results.confidence");
  const say = await sayer();
  const twins = twinsOf(part, figure);
  const why = readNotWeighted(figure);
  const Heading = `h${heading}` as const;
  if (why)
    return (
      <div>
        <Heading>{text("title")}</Heading>
        <p className="mt-2 max-w-measure text-muted">{say(why)}.</p>
      </div>
    );
  if (!twins) return null;
  return (
    <TwinBars
      title={say(readWeighted(twins))}
      caption={await confidenceCaption(edition, figure)}
      heading={heading}
      rows={twins.map((twin) => ({ ...twin, label: say(twin.label) }))}
      names={{ plain: text("alike"), weighted: text("weighted") }}
      words={await pictureWords()}
    />
  );
}
