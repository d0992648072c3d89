import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { reasonSides } from "@/app/_server/reason-sides";
import type { Item } from "@/delphi/item";
import type { Edition, ReleasedText, RemovedText } from "@/delphi/publication";
import { RATIONALE } from "@/delphi/rationale";

/** On an item's own page all reasons stand; elsewhere the first few, and the way there. */
const SHOWN = 2;
const SIDES = ["lower", "higher", "middle"] as const;

/** The released reasons for an item, the latest round's first. */
export const reasonsFor = ({ rounds }: Edition, item: string): readonly ReleasedText[] =>
  [...rounds]
    .reverse()
    .flatMap((round) => round.texts)
    .filter((one) => one.item === item && one.part === RATIONALE);

/** The reasons for an item that were taken down after they had been published. */
export const reasonsRemoved = ({ rounds }: Edition, item: string): readonly RemovedText[] =>
  rounds.flatMap((round) => round.removed).filter((one) => one.item === item && one.part === RATIONALE);

/** Reasons by the side on which their authors stood. */
export async function Reasons({
  item,
  reasons,
  removed,
  all,
}: {
  item: Item;
  reasons: readonly ReleasedText[];
  removed: readonly RemovedText[];
  /** Where all of them are; without it they are all here. */
  all?: string;
}) {
  const text = await getTranslations("public.results.dissent");
  if (reasons.length === 0) return <Tombstones removed={removed} />;
  const named = await reasonSides(item);
  const sides = SIDES.map((side) => ({
    side,
    title: side === "middle" ? text(side) : text("side", { side: named[side] }),
    texts: reasons.filter((one) => (one.side ?? "middle") === side),
  })).filter(({ texts }) => texts.length > 0);
  return (
    <>
      <div className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {sides.map(({ side, title, texts }) => (
          <div key={side} className="min-w-0">
            <p className="font-sans text-sm font-medium text-muted">{title}</p>
            <Quotes texts={all ? texts.slice(0, SHOWN) : texts} />
          </div>
        ))}
      </div>
      {all && sides.some(({ texts }) => texts.length > SHOWN) ? (
        <p className="mt-4 font-sans text-base">
          <a href={all} className="link">
            {text("all", { count: reasons.length })}
          </a>
        </p>
      ) : null}
      <Tombstones removed={removed} />
    </>
  );
}

/** "A text was removed here on 3 May 2027", with the reason: what was taken down leaves its place. */
export async function Tombstones({ removed }: { removed: readonly RemovedText[] }) {
  const text = await getTranslations("public.results");
  const { day } = await dates();
  if (removed.length === 0) return null;
  return (
    <ul className="mt-3 space-y-2">
      {removed.map(({ digest, removedOn, reason }) => (
        <li key={digest} className="border-l-2 border-line pl-4 font-sans text-sm text-muted italic">
          {text("open.removed", { date: day(removedOn), reason })}
        </li>
      ))}
    </ul>
  );
}

/** Texts in their authors' words; an edited one says so. */
export async function Quotes({ texts }: { texts: readonly ReleasedText[] }) {
  const text = await getTranslations("public.results");
  return (
    <ul className="mt-2 space-y-3">
      {texts.map((one) => (
        <li key={`${one.round} ${one.text}`} className="border-l-2 border-line pl-4">
          <blockquote className="text-base whitespace-pre-line">{one.text}</blockquote>
          <p className="font-sans text-sm text-muted">
            {text("round", { round: one.round })}
            {one.merged ? `, ${text("open.merged")}` : one.edited ? `, ${text("open.edited")}` : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}
