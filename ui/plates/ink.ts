import { scaleLinear } from "d3-scale";
import { ratingPlace } from "@/ui/pictures/rating-colour";

/**
 * The colours of a picture that leaves the page. A file carries them as values, since nothing outside knows the
 * house's variables; a picture that is set into a page of ours follows its theme.
 */
export type Ink = {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly edge: string;
  readonly caution: string;
  readonly early: string;
  readonly late: string;
};

/** The values of ui/tokens.css on light paper; a test holds the two together. */
export const paperInk: Ink = {
  paper: "#fbfaf6",
  ink: "#1d1c19",
  muted: "#5c584f",
  line: "#dcd7cb",
  edge: "#857f72",
  caution: "#9a3f12",
  early: "#b3ab9b",
  late: "#1d1c19",
};

export const pageInk: Ink = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  muted: "var(--muted)",
  line: "var(--line)",
  edge: "var(--edge)",
  caution: "var(--caution)",
  early: "var(--round-earliest)",
  late: "var(--round-latest)",
};

export const RATINGS = ["#a6501f", "#dc9a6c", "#d5cfc0", "#7db5b0", "#17706b"];

/** The fill of a point of a rating scale, alike on light and dark paper: `index` from 0 (lowest) to `points` − 1. */
export function plateFill(index: number, points: number): string {
  return scaleLinear<string>().domain([0, 1, 2, 3, 4]).range(RATINGS)(ratingPlace(index, points));
}

/** Ink for a figure on that fill. */
export const plateFillInk = (index: number, points: number): string => {
  const place = ratingPlace(index, points);
  return place < 0.3 || place > 3.7 ? "#ffffff" : "#11100e";
};
