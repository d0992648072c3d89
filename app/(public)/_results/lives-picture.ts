import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { lifeLines, readLifeLines } from "@/delphi/life-line";
import type { Edition } from "@/delphi/publication";
import { reading } from "@/delphi/reading";
import type { LifeRow } from "@/ui/pictures/life-lines";

export type LivesPicture = {
  readonly title: string;
  readonly caption: string;
  readonly rounds: readonly string[];
  readonly rows: readonly (LifeRow & { readonly title: string; readonly state: string })[];
};

/** How long each question was asked, with its verdict of every round; null while one round is published. */
export async function livesPicture(edition: Edition): Promise<LivesPicture | null> {
  const lines = lifeLines(edition);
  if (edition.rounds.length < 2 || lines.length === 0) return null;
  const text = await getTranslations("public.results");
  const say = await sayer();
  const indexOf = (round: number) => edition.rounds.findIndex((one) => one.round === round);
  return {
    title: say(readLifeLines(lines)),
    caption: text("lives.caption"),
    rounds: edition.rounds.map(({ round }) => text("round", { round })),
    rows: lines.map(({ item, asked, end }) => ({
      key: item.id,
      title: item.title,
      ended: end !== null,
      state: text(`lives.${end ?? "again"}`),
      stops: asked.map(({ round, mark, reworded }) => ({
        round: indexOf(round),
        mark,
        word: mark ? say(reading(`verdict.${mark}`)) : text("lives.asked"),
        broken: reworded,
      })),
    })),
  };
}
