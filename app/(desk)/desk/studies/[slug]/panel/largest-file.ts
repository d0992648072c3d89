/** In bytes: about 20,000 people, far more than a panel. */
export const LARGEST_FILE = 1_000_000;
