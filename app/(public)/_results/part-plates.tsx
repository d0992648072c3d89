import { getTranslations } from "next-intl/server";
import type { Item, Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { itemPlateNames } from "../_plates/plate-names";
import { PlateList } from "./plate-list";

/** The pictures of one part of an item as files, and the lines that set one into another page. */
export async function PartPlates({ edition, item, part }: { edition: Edition; item: Item; part: Part }) {
  const text = await getTranslations("public.results.pictures");
  const names = itemPlateNames(edition, item).filter((one) => one.part === part.id);
  return <PlateList edition={edition} title={text("title-item")} names={names} />;
}
