import type { Edition } from "@/delphi/publication";
import { plane } from "@/ui/plates/plane";
import { optionsByAgreement } from "../_results/option-standing";
import { planePicture } from "../_results/plane-picture";
import type { MadePlate } from "./make-plate";

/** All options on two criteria at once. */
export async function planePlate(edition: Edition): Promise<MadePlate | null> {
  const picture = await planePicture(optionsByAgreement(edition));
  if (!picture) return null;
  const { title, caption, items, x, y } = picture;
  return { title, caption, draw: (room, ink) => plane(items, { x, y }, room, ink) };
}
