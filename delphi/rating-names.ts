/** The columns of tidy answers; `stratum` may be missing. */
export const RATING_COLUMNS = ["expert", "stratum", "round", "item", "part", "value"] as const;
export type RatingColumn = (typeof RATING_COLUMNS)[number];

/** The scales that a file of numbers may be meant on, by the names that delphi/described-items reads. */
export const USUAL_SCALES = [
  "1-5",
  "1-7",
  "1-9",
  "1-10",
  "0-10",
  "1-3",
  "1-4",
  "1-6",
  "probability",
] as const;
export type UsualScale = (typeof USUAL_SCALES)[number];
