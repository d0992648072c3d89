import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import type { ShownFigure } from "@/delphi/figure";
import type { Item, Part } from "@/delphi/item";
import { readNoMoves } from "@/delphi/moves";
import type { Edition } from "@/delphi/publication";
import { readStability } from "@/delphi/verdict-reading";
import { Alluvial } from "@/ui/pictures/alluvial";
import { movesPicture } from "./moves-picture";

type Props = { edition: Edition; item: Item; part: Part; figure: ShownFigure };

/** Who moved where since the round before; where that would tell of too few experts, the verdict in words. */
export async function PartMoves({ edition, item, part, figure }: Props) {
  const text = await getTranslations("public.results.moves");
  const say = await sayer();
  if (!figure.stability || part.scale.kind !== "ordinal") return null;
  const picture = await movesPicture(edition, item, part, figure);
  if (picture) return <Alluvial {...picture} heading={3} words={await pictureWords()} />;
  const why = readNoMoves(figure);
  return (
    <div>
      <h3>{text("title")}</h3>
      <p className="mt-2 max-w-measure">
        {say(readStability(figure))}. {why ? <span className="text-muted">{say(why)}.</span> : null}
      </p>
    </div>
  );
}
