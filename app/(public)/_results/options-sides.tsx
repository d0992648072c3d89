import { pictureWords } from "@/app/_server/picture-words";
import type { Edition } from "@/delphi/publication";
import { DivergingBars } from "@/ui/pictures/diverging-bars";
import { itemPlace } from "./item-place";
import { sidesPicture } from "./sides-picture";

/**
 * How all options were answered, side against side, by one criterion; by each of the others it is a picture to
 * download, since this page is read on phones too.
 */
export async function OptionsSides({
  edition,
  part,
  base,
}: {
  edition: Edition;
  part: string;
  base: string;
}) {
  const picture = await sidesPicture(edition, part);
  if (!picture) return null;
  const rows = picture.rows.map((row) => ({ ...row, href: itemPlace(base, { id: row.key }) }));
  return <DivergingBars {...picture} rows={rows} heading={3} words={await pictureWords()} />;
}
