/** The fixed words in pictures and their tables, translated once by the page and handed to every picture. */
export type PictureWords = {
  /** "you" */
  you: string;
  /** "median" */
  median: string;
  /** "middle half" */
  middleHalf: string;
  /** "lower quartile", "upper quartile" */
  lowerQuartile: string;
  upperQuartile: string;
  /** "answers", "share", "point", "item", "round" */
  answers: string;
  share: string;
  point: string;
  item: string;
  round: string;
  /** "change" */
  change: string;
  /** "n": stands before a number of answers. */
  n: string;
  /** "to": between the ends of a span. */
  to: string;
  /** "at": before a span that is one point. */
  at: string;
  /** "The numbers": opens the table under a picture. */
  numbers: string;
};
