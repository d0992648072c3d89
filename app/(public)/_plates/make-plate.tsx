import { getTranslations } from "next-intl/server";
import type { ReactElement } from "react";
import type { Edition } from "@/delphi/publication";
import { type Ink, paperInk } from "@/ui/plates/ink";
import { type Drawing, Plate, plateRoom } from "@/ui/plates/plate";
import type { Published } from "../_data/data-file";
import { asOnePlate } from "./as-one-plate";
import { confidencePlate } from "./confidence-plate";
import { livesPlate } from "./lives-plate";
import { movesPlate } from "./moves-plate";
import { optionsPlate } from "./options-plate";
import { planePlate } from "./plane-plate";
import type { PlateName } from "./plate-names";
import { plateSource } from "./plate-source";
import { roundsPlate } from "./rounds-plate";
import { scenariosPlate } from "./scenarios-plate";
import { shiftPlate } from "./shift-plate";
import { stancePlate } from "./stance-plate";

/** What a kind of picture brings: its own words, and its drawing for a width. */
export type MadePlate = {
  readonly title: string;
  readonly caption: string;
  readonly draw: (room: number, ink: Ink) => Drawing;
};

type Maker = (edition: Edition, part: string, item?: string) => Promise<MadePlate | null>;

const MAKERS: Readonly<Record<PlateName["about"], Maker>> = {
  stance: stancePlate,
  options: optionsPlate,
  shift: shiftPlate,
  scenarios: scenariosPlate,
  answers: stancePlate,
  rounds: roundsPlate,
  plane: planePlate,
  lives: livesPlate,
  moves: movesPlate,
  confidence: confidencePlate,
  foremost: asOnePlate,
};

/** One picture of an edition, made from the edition's text alone; null where it has nothing to show. */
export async function makePlate(
  { edition, digest }: Published,
  { about, part, item }: PlateName,
  widths: readonly number[],
  ink: Ink = paperInk,
): Promise<readonly ReactElement[] | null> {
  const simulated = await getTranslations("shared.simulated");
  const made = await MAKERS[about](edition, part, item);
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
