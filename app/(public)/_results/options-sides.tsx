import { pictureWords } from "@/app/_server/picture-words";
import type { Edition } from "@/delphi/publication";
import { DivergingBars } from "@/ui/pictures/diverging-bars";
import { itemPlace } from "./item-place";
import { optionsByAgreement } from "./option-standing";
import { sidesPicture } from "./sides-picture";

/**
 * How all options were answered, side against side, by the first criterion; by each of the others it is a picture to
 * download, since this page is read on phones too.
 */
export async function OptionsSides({ edition, base }: { edition: Edition; base: string }) {
  const part = optionsByAgreement(edition)[0]?.criteria[0]?.part.id;
  const picture = part && (await sidesPicture(edition, part));
  if (!picture) return null;
  const rows = picture.rows.map((row) => ({ ...row, href: itemPlace(base, { id: row.key }) }));
  return <DivergingBars {...picture} rows={rows} heading={3} words={await pictureWords()} />;
}
