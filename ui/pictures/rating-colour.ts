const ANCHORS = [1, 2, 3, 4, 5].map((step) => `var(--rating-${step})`);

/** The fill of a point of a rating scale: `index` from 0 (lowest) to `points` − 1. More than five are interpolated. */
export function ratingFill(index: number, points: number): string {
  const place = ratingPlace(index, points);
  const below = Math.floor(place);
  const share = Math.round((place - below) * 100);
  if (share === 0) return ANCHORS[below]!;
  return `color-mix(in srgb, ${ANCHORS[below]}, ${ANCHORS[below + 1]} ${share}%)`;
}

/** The ink for text on that fill, at 4.8:1 or better on scales of up to eleven points. */
export function ratingInk(index: number, points: number): string {
  const place = ratingPlace(index, points);
  return place < 0.3 || place > 3.7 ? "var(--on-rating-deep)" : "var(--on-rating-pale)";
}

/** Where a point stands between the five colours, from 0 to 4. */
export function ratingPlace(index: number, points: number): number {
  return points < 2 ? 2 : (index / (points - 1)) * 4;
}
