import { getTranslations } from "next-intl/server";
import { type Item, isAnsweredAsOne, type Part } from "@/delphi/item";
import { ITEM_KINDS } from "@/delphi/item-kind";

/** What a round asks, in numbers and words: how many of each kind, and the scales they are answered on. */
export async function Asked({
  items,
  minutes,
  begun,
}: {
  items: readonly Item[];
  minutes: number;
  begun: boolean;
}) {
  const text = await getTranslations("panel.start");
  const counts = ITEM_KINDS.map((kind) => ({
    kind,
    count: items.filter((item) => item.kind === kind).length,
  })).filter(({ count }) => count > 0);
  const scales = await Promise.all(distinctParts(items).map(scaleInWords));
  return (
    <>
      <p>{text(begun ? "minutes" : "minutes-first", { minutes })}</p>
      <ul>
        {counts.map(({ kind, count }) => (
          <li key={kind}>{text(`kinds.${kind}`, { count })}</li>
        ))}
      </ul>
      {scales.length > 0 ? <p>{text("scales")}</p> : null}
      {scales.length > 0 ? (
        <ul>
          {scales.map((scale) => (
            <li key={scale}>{scale}</li>
          ))}
        </ul>
      ) : null}
      <p>{text("free")}</p>
    </>
  );
}

/** Parts that differ in their question or scale; texts have no scale, and what is chosen has none that is told. */
function distinctParts(items: readonly Item[]): readonly Part[] {
  const seen = new Map<string, Part>();
  for (const item of items.filter((one) => !isAnsweredAsOne(one)))
    for (const part of item.parts) {
      const question = part.question || item.title;
      const key = `${question} ${JSON.stringify(part.scale)}`;
      if (part.scale.kind !== "text" && !seen.has(key)) seen.set(key, { ...part, question });
    }
  return [...seen.values()];
}

async function scaleInWords({ question, scale }: Part): Promise<string> {
  const text = await getTranslations("panel.start.scale");
  if (scale.kind !== "ordinal") return text("probability", { question });
  const [low, high] = [scale.points[0]!.label, scale.points.at(-1)!.label];
  return text("points", { question, points: scale.points.length, low, high });
}
