import type { LikertPoint, LikertProps, Radio } from "@/ui/likert";
import { PointRing } from "@/ui/likert-row";

/** The points of a scale one below the other, for labels that are sentences. */
export function LikertList({
  points,
  radio,
  earlier,
  numbered,
}: {
  points: readonly LikertPoint[];
  radio: Radio;
  earlier: LikertProps["earlier"];
  numbered: boolean;
}) {
  return (
    <div className="flex flex-col gap-1">
      {points.map((point) => (
        <label
          key={point.value}
          className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md border border-edge bg-card px-3 py-2 hover:border-ink hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed"
        >
          <input {...radio(point.value)} className="peer sr-only" />
          <PointRing value={numbered ? point.value : null} own={earlier?.value === point.value} />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere] peer-checked:[&>:first-child]:font-semibold sm:flex sm:items-baseline sm:justify-between sm:gap-4">
            <span className="leading-snug">{point.label}</span>
            {earlier?.value === point.value ? (
              <span className="block shrink-0 text-sm font-medium text-you">{earlier.mark}</span>
            ) : null}
          </span>
        </label>
      ))}
    </div>
  );
}
