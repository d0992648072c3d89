import { getTranslations } from "next-intl/server";
import type { ReactElement } from "react";
import { type Ink, paperInk } from "@/ui/plates/ink";
import { type Drawing, Plate, plateRoom } from "@/ui/plates/plate";
import type { Published } from "../_data/data-file";
import { optionsPlate } from "./options-plate";
import type { PlateName } from "./plate-names";
import { plateSource } from "./plate-source";
import { scenariosPlate } from "./scenarios-plate";
import { shiftPlate } from "./shift-plate";
import { stancePlate } from "./stance-plate";

/** What a kind of picture brings: its own words, and its drawing for a width. */
export type MadePlate = {
  readonly title: string;
  readonly caption: string;
  readonly draw: (room: number, ink: Ink) => Drawing;
};

const MAKERS = {
  stance: stancePlate,
  options: optionsPlate,
  shift: shiftPlate,
  scenarios: scenariosPlate,
} as const;

/** One picture of an edition, made from the edition's text alone; null where it has nothing to show. */
export async function makePlate(
  { edition, digest }: Published,
  { about, part }: PlateName,
  widths: readonly number[],
  ink: Ink = paperInk,
): Promise<readonly ReactElement[] | null> {
  const simulated = await getTranslations("shared.simulated");
  const made = await MAKERS[about](edition, part);
  if (!made) return null;
  const texts = {
    title: made.title,
    caption: made.caption,
    source: await plateSource(edition, digest),
    simulated: edition.study.simulated ? simulated("mark") : null,
  };
  return widths.map((width) => (
    <Plate key={width} texts={texts} width={width} ink={ink} body={made.draw(plateRoom(width), ink)} />
  ));
}
