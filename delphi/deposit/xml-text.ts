// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML can't hold are what it looks for
const UNHOLDABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text without the signs that no XML can hold: one of them would make a whole file unreadable. */
export const xmlText = (text: string): string => text.replace(UNHOLDABLE, "");
