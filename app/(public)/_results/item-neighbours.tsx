import { getTranslations } from "next-intl/server";
import type { Item } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { itemPlace } from "./item-place";

/** The ways on from an item's page: to the one before, the one after, and back to the whole result. */
export async function ItemNeighbours({
  edition: { items },
  item,
  base,
}: {
  edition: Edition;
  item: Item;
  base: string;
}) {
  const text = await getTranslations("public.results.item");
  const at = items.findIndex(({ id }) => id === item.id);
  const ways = [
    { key: "before", to: items[at - 1] },
    { key: "after", to: items[at + 1] },
  ] as const;
  return (
    <nav aria-label={text("ways")} className="screen-only border-t border-ink pt-4 font-sans text-base">
      <ul className="grid gap-x-10 gap-y-3 sm:grid-cols-2">
        {ways.map(({ key, to }) =>
          to ? (
            <li key={key}>
              <span className="block text-sm text-muted">{text(key)}</span>
              <a href={itemPlace(base, to)} className="link [overflow-wrap:anywhere]">
                {to.title}
              </a>
            </li>
          ) : null,
        )}
      </ul>
      <p className="mt-4">
        <a href={base} className="link">
          {text("whole")}
        </a>
      </p>
    </nav>
  );
}
