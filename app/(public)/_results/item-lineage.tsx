import { getTranslations } from "next-intl/server";
import { changesOf } from "@/delphi/lineage";
import type { Edition } from "@/delphi/publication";

/** What was done to an item between rounds and why, with the words it had before; nothing where nothing was. */
export async function ItemLineage({ edition, item }: { edition: Edition; item: string }) {
  const changes = changesOf(item, edition.lineage ?? []);
  if (changes.length === 0) return null;
  const t = await getTranslations("public.results.lineage");
  const titles = (ids: readonly string[]) =>
    ids.map((id) => edition.items.find((one) => one.id === id)?.title ?? id).join("”, “");
  const wordings = (number: number): string => {
    const found = edition.rounds
      .find(({ round }) => round === number)
      ?.wordings?.find((one) => one.item === item);
    if (!found) return "";
    const { former, present } = found;
    return former === null || present === null
      ? t("wordings-withheld", { k: edition.protocol.minimumGroup })
      : t("wordings", { former, present });
  };
  return (
    <ul className="max-w-measure space-y-1 font-sans text-base">
      {changes.map((change) => {
        const { kind, round, by, from, into, before, reason, substance, during } = change;
        const gone = from.includes(item) && !into.includes(item);
        const key = during
          ? `corrected-${substance ? "meaning" : "typo"}${titles(into) === before?.title ? "-elsewhere" : ""}`
          : kind === "reworded"
            ? `reworded-${substance ? "substance" : "minor"}`
            : kind === "added" && by === "panel"
              ? "by-panel"
              : gone && kind !== "retired"
                ? `${kind}-away`
                : kind;
        return (
          <li key={`${round} ${kind} ${before?.title}`}>
            {t(key, { round, before: before?.title ?? "", from: titles(from), into: titles(into) })}{" "}
            <span className="text-muted">{t("because", { reason })}</span>
            {during && substance ? ` ${wordings(round)}` : ""}
          </li>
        );
      })}
    </ul>
  );
}
