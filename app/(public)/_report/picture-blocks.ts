import { getTranslations } from "next-intl/server";
import { paperInk } from "@/ui/plates/ink";
import type { Published } from "../_data/data-file";
import { makePlate } from "../_plates/make-plate";
import { plateNames } from "../_plates/plate-names";
import type { Block } from "./blocks";

/** On paper as wide as the text, its letters then stand at about eight points. */
const WIDTH = 840;
/** A drawing that is higher, for its width, fills more than a page together with its title and source. */
const HIGHEST = 1.2;

/** The pictures of an edition on white paper. One that would run over the page is named instead. */
export async function pictureBlocks(
  published: Published,
  wanted: (name: string) => boolean,
): Promise<Block[]> {
  const text = await getTranslations("public.report");
  const blocks: Block[] = [];
  for (const name of plateNames(published.edition).filter((one) => wanted(one.name))) {
    const [plate] = (await makePlate(published, name, [WIDTH], { ...paperInk, paper: "#ffffff" })) ?? [];
    if (!plate) continue;
    const { body } = plate.props as { body: { height: number } };
    if (body.height / WIDTH > HIGHEST)
      blocks.push({ kind: "quiet", text: text("too-high", { name: name.name }) });
    else blocks.push({ kind: "picture", name: name.name, plate });
  }
  return blocks;
}
