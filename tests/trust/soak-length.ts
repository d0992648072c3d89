/** How long the long tests are: short within `npm test`, at full length by `npm run test:soak`. */
const soak = process.env.SOAK === "1";
const number = (name: string, long: number, short: number): number =>
  soak ? Number(process.env[name] ?? long) : short;

export const soakLength = {
  /** Kills of the app, and as many of the database. */
  kills: number("SOAK_KILLS", 30, 2),
  minutes: number("SOAK_MINUTES", 10, 0.25),
  /** Answers in each of the 10,000 responses that are restored. */
  answersEach: number("SOAK_ANSWERS", 50, 10),
  rounds: number("SOAK_ROUNDS", 200, 12),
  /** Codes that a guesser tries: some past the limit, or a hundred thousand. */
  guesses: number("SOAK_GUESSES", 100_000, 400),
  /** How many times as many hostile requests are drawn. */
  hostility: number("SOAK_HOSTILITY", 20, 1),
  /** Milliseconds that the tests which are as long as the two above may take. */
  patience: soak ? 3_600_000 : 300_000,
  /** Milliseconds until an answer after a kill. A machine that also does other things is given more. */
  answersWithin: soak ? 3000 : 60_000,
  /** Milliseconds, the 95th percentile of submitting. */
  p95: soak ? 500 : 5000,
};

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN;
