import { getTranslations } from "next-intl/server";
import type { Item, Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { itemPlateNames } from "../_plates/plate-names";

/** The pictures of one part of an item as files. They carry their finding, n, source and digest. */
export async function PartPlates({ edition, item, part }: { edition: Edition; item: Item; part: Part }) {
  const text = await getTranslations("public.results.pictures");
  const base = `/studies/${edition.study.slug}/editions/${edition.number}/pictures`;
  return (
    <p className="screen-only font-sans text-sm text-muted">
      {itemPlateNames(edition, item)
        .filter((one) => one.part === part.id)
        .map(({ name, about }, at) => (
          <span key={name}>
            {at > 0 ? " · " : ""}
            {text(about)}:{" "}
            {(["svg", "png"] as const).map((type, place) => (
              <span key={type}>
                {place > 0 ? ", " : ""}
                <a href={`${base}/${name}.${type}`} className="link">
                  {text(type)}
                </a>
              </span>
            ))}
          </span>
        ))}
    </p>
  );
}
