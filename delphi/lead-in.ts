/** What stands before an answer: a question keeps its own mark, anything else takes a colon. */
export const leadIn = (words: string): string => (/[?!.:…]$/.test(words) ? words : `${words}:`);
