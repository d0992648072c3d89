// Browsers read this file too: it imports nothing.

/** The option that is none of those offered, and the part that takes it in words. */
export const OTHER = "other";
export const OTHER_TEXT = "other-text";
