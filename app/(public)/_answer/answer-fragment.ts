/** A reader's answers by question, as they stand in the page's address after the #, which no browser sends. */
export type Answers = Readonly<Record<string, number>>;

export const writeFragment = (answers: Answers, shown: boolean): string => {
  const given = Object.entries(answers).map(([id, value]) => `${id}=${value}`);
  return given.length === 0 ? "" : `#${[...given, ...(shown ? ["shown"] : [])].join("&")}`;
};

/** Reads what `writeFragment` wrote; whatever else stands there is passed over. */
export function readFragment(
  fragment: string,
  questions: readonly { readonly id: string; readonly points: readonly { readonly value: number }[] }[],
): { readonly answers: Answers; readonly shown: boolean } {
  const pieces = fragment.replace(/^#/, "").split("&");
  const answers = Object.fromEntries(
    questions.flatMap(({ id, points }) => {
      const value = Number(pieces.find((piece) => piece.startsWith(`${id}=`))?.slice(id.length + 1));
      return points.some((point) => point.value === value) ? [[id, value]] : [];
    }),
  );
  return { answers, shown: pieces.includes("shown") && Object.keys(answers).length > 0 };
}
