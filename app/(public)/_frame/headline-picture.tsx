import { sayer } from "@/app/_server/say";
import type { Headline } from "@/db/queries/published";
import { readFigures, readFinding } from "@/delphi/figure-reading";
import { scaleBounds } from "@/delphi/scale";
import { Strip } from "@/ui/pictures/strip";

/** A study's headline answer in a sentence and a strip. */
export async function HeadlinePicture({ headline: { item, figure } }: { headline: Headline }) {
  const say = await sayer();
  const part = item.parts.find((one) => one.id === figure.part)!;
  const bounds = scaleBounds(part.scale);
  const figures = say(readFigures(part, figure));
  return (
    <div className="mt-4 sm:flex sm:items-center sm:gap-6">
      {bounds ? (
        <Strip
          min={bounds.min}
          max={bounds.max}
          median={figure.median}
          middle={figure.q1 === null || figure.q3 === null ? null : { low: figure.q1, high: figure.q3 }}
          counts={figure.counts ?? undefined}
          description={figures}
          className="w-40 shrink-0"
        />
      ) : null}
      <p className="max-sm:mt-2">
        {say(readFinding(item, part, figure))}{" "}
        <span className="figures font-sans text-sm text-muted">({figures})</span>
      </p>
    </div>
  );
}
