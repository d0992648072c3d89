import type { LikertPoint, LikertProps, Radio } from "@/ui/likert";
import { OwnDiamond } from "@/ui/own-answer";

const MOST_LABELLED_CELLS = 7;

/**
 * The points of a scale side by side. On a phone, and on a scale of more than seven points, the cells hold their
 * numbers, the ends are named above them, and the label of the chosen cell stands below.
 */
export function LikertRow({
  points,
  radio,
  earlier,
}: {
  points: readonly LikertPoint[];
  radio: Radio;
  earlier: LikertProps["earlier"];
}) {
  const many = points.length > MOST_LABELLED_CELLS;
  const numbered = many && points.slice(1, -1).every((point) => point.label === String(point.value));
  const look = looks[many ? "many" : "few"];
  return (
    <div className={`relative ${numbered ? "" : look.room}`}>
      <div aria-hidden="true" className={`mb-1 flex justify-between gap-4 text-sm text-muted ${look.ends}`}>
        <span className="min-w-0 [overflow-wrap:anywhere]">{points[0]?.label}</span>
        <span className="min-w-0 text-right [overflow-wrap:anywhere]">{points.at(-1)?.label}</span>
      </div>
      <div className={`flex gap-1 ${look.cells}`}>
        {points.map((point) => (
          <label
            key={point.value}
            className="flex min-h-14 min-w-0 flex-1 basis-0 cursor-pointer flex-col items-center gap-1.5 rounded-md border border-edge bg-card px-1 pt-3 pb-2.5 text-center hover:border-ink hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed"
          >
            <input {...radio(point.value)} className="peer sr-only" />
            <PointRing value={point.value} own={earlier?.value === point.value} />
            <span
              className={`text-sm leading-tight hyphens-auto [overflow-wrap:anywhere] peer-checked:font-semibold ${look.label}`}
            >
              {point.label}
            </span>
            {earlier?.value === point.value ? <span className="sr-only">({earlier.mark})</span> : null}
            {numbered ? null : (
              <span
                aria-hidden="true"
                className={`absolute inset-x-0 bottom-0 hidden text-center text-sm font-semibold ${look.chosen}`}
              >
                {point.label}
              </span>
            )}
          </label>
        ))}
      </div>
    </div>
  );
}

// Nine points on a phone stand in threes (1–3, 4–6, 7–9), so that each is wide enough for a finger.
const looks = {
  few: {
    room: "max-sm:pb-6",
    ends: "sm:hidden",
    cells: "",
    label: "max-sm:sr-only",
    chosen: "max-sm:peer-checked:block",
  },
  many: {
    room: "pb-6",
    ends: "",
    cells: "max-sm:grid max-sm:grid-cols-3",
    label: "sr-only",
    chosen: "peer-checked:block",
  },
};

/** The number of a point in a ring, filled when its radio (the peer before it) is chosen. */
export function PointRing({ value, own }: { value: number | null; own: boolean }) {
  return (
    <span
      aria-hidden="true"
      className="figures relative grid size-8 shrink-0 place-items-center rounded-full border border-edge bg-card text-base leading-none text-muted peer-checked:border-accent peer-checked:bg-accent peer-checked:font-semibold peer-checked:text-on-accent"
    >
      {value}
      {own ? <OwnDiamond className="absolute -top-1.5 -right-1.5 size-3.5" /> : null}
    </span>
  );
}
