import { getTranslations } from "next-intl/server";
import { ownReasons } from "@/db/queries/own-reasons";
import { Disclosure } from "@/ui/disclosure";
import { ownPage } from "./own-page";

/** One's own reasons as others read them, and how many minds they changed; nothing where none was released. */
export async function OwnReasons({ minimumGroup }: { minimumGroup: number }) {
  const reasons = await ownPage((seat) => ownReasons(seat, {}));
  if (reasons.length === 0) return null;
  const text = await getTranslations("panel.own-reasons");
  return (
    <Disclosure summary={text("title")}>
      <p className="text-base text-muted">{text("how", { k: minimumGroup })}</p>
      <ul className="mt-3 border-t border-line">
        {reasons.map(({ id, round, title, text: words, merged, marks }) => (
          <li key={id} className="space-y-1 border-b border-line py-3">
            <p className="font-sans text-sm text-muted">{text("round", { round, title })}</p>
            <blockquote className="text-base whitespace-pre-line [overflow-wrap:anywhere]">
              {words}
            </blockquote>
            {merged ? <p className="font-sans text-sm text-muted">{text("merged")}</p> : null}
            <p className="figures font-sans text-sm">
              {marks.length === 0
                ? text("none")
                : marks
                    .map((one) => text(one.n === null ? "few" : "count", { round: one.round, n: one.n ?? 0 }))
                    .join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
