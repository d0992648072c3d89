import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { lifeLines, readLifeLines } from "@/delphi/life-line";
import type { Edition } from "@/delphi/publication";
import { reading } from "@/delphi/reading";
import { LifeLines } from "@/ui/pictures/life-lines";
import { itemPlace } from "./item-place";

/** How long each question was asked, with its verdict of every round; nothing while one round is published. */
export async function ItemLives({ edition, base }: { edition: Edition; base: string }) {
  if (edition.rounds.length < 2) return null;
  const text = await getTranslations("public.results");
  const say = await sayer();
  const lines = lifeLines(edition);
  const indexOf = (round: number) => edition.rounds.findIndex((one) => one.round === round);
  return (
    <LifeLines
      title={say(readLifeLines(lines))}
      caption={text("lives.caption")}
      heading={3}
      rounds={edition.rounds.map(({ round }) => text("round", { round }))}
      stateHead={text("lives.state")}
      rows={lines.map(({ item, asked, end }) => ({
        key: item.id,
        title: item.title,
        href: itemPlace(base, item),
        ended: end !== null,
        state: text(`lives.${end ?? "again"}`),
        stops: asked.map(({ round, mark, reworded }) => ({
          round: indexOf(round),
          mark,
          word: mark ? say(reading(`verdict.${mark}`)) : text("lives.asked"),
          broken: reworded,
        })),
      }))}
      words={await pictureWords()}
    />
  );
}
