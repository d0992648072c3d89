import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import type { Edition } from "@/delphi/publication";
import { LifeLines } from "@/ui/pictures/life-lines";
import { itemPlace } from "./item-place";
import { livesPicture } from "./lives-picture";

/** How long each question was asked; nothing while one round is published. */
export async function ItemLives({ edition, base }: { edition: Edition; base: string }) {
  const picture = await livesPicture(edition);
  if (!picture) return null;
  const text = await getTranslations("public.results");
  return (
    <LifeLines
      {...picture}
      rows={picture.rows.map((row) => ({ ...row, href: itemPlace(base, { id: row.key }) }))}
      heading={3}
      stateHead={text("lives.state")}
      words={await pictureWords()}
    />
  );
}
