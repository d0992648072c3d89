import { getTranslations } from "next-intl/server";
import { soFar } from "@/delphi/one-answer";
import { ratedParts } from "@/delphi/rated-parts";
import { scaleBounds } from "@/delphi/scale";
import type { Question } from "./question";

/** What a ranking or an allocation still lacks, in words; a little script (so-far.ts) keeps it up to date. */
export async function SoFarLine({ question: { item, answerTo } }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const kind = item.kind === "ranking" ? "ranking" : "allocation";
  const parts = ratedParts(item);
  const far = soFar(
    item,
    parts.flatMap(({ id }) => answerTo(id) ?? []),
  );
  const states = kind === "ranking" ? RANKING : ALLOCATION;
  const words = Object.fromEntries(states.map((state) => [state, text.raw(`${kind}.so-far.${state}`)]));
  return (
    <p
      role="status"
      data-so-far={kind}
      data-total={scaleBounds(parts[0]!.scale)!.max}
      data-words={JSON.stringify(words)}
      className="mt-2 max-w-measure text-base font-medium data-[state=over]:text-caution data-[state=twice]:text-caution"
      data-state={far?.state}
    >
      {far ? text(`${kind}.so-far.${far.state}`, far.values) : ""}
    </p>
  );
}

const RANKING = ["none", "some", "twice", "whole"] as const;
const ALLOCATION = ["none", "under", "over", "whole"] as const;
