import { z } from "zod";
import type { Problem } from "./result";

/** The letters to the panel whose words a study can choose. Those that somebody asked for are always the same. */
export const StudyLetter = z.enum(["invitation", "round-open", "reminder", "closing-soon", "results"]);
export type StudyLetter = z.infer<typeof StudyLetter>;

/** A letter's words, with placeholders such as {title}; paragraphs are parted by an empty line. */
export const LetterWords = z.strictObject({
  subject: z.string().trim().min(1, "A letter needs a subject.").max(200),
  body: z
    .string()
    .trim()
    .min(1, "A letter needs a text.")
    .max(8000)
    .transform((text) => text.replaceAll("\r\n", "\n")),
});
export type LetterWords = z.infer<typeof LetterWords>;

const EVERYWHERE = ["greeting", "name", "title", "question", "organiser", "contact", "link"] as const;
const OF_A_ROUND = ["round", "minutes", "closes", "terms"] as const;

/** What can stand in a letter between braces, in the order in which an editor offers it. */
export const PLACEHOLDERS: Readonly<Record<StudyLetter, readonly string[]>> = {
  invitation: [...EVERYWHERE, "when"],
  "round-open": [...EVERYWHERE, ...OF_A_ROUND, "news"],
  reminder: [...EVERYWHERE, ...OF_A_ROUND],
  "closing-soon": [...EVERYWHERE, ...OF_A_ROUND],
  results: [...EVERYWHERE, "edition", "results"],
};

/** These become blocks of their own, so each stands alone between two empty lines. */
const PLACED: ReadonlySet<string> = new Set(["link", "results"]);

/** A subject is one short line that mail servers see: no link, no greeting, no text of any length. */
const IN_A_SUBJECT: ReadonlySet<string> = new Set(["title", "organiser", "round", "closes", "edition"]);

const BRACES = /\{([^{}\n]*)\}/g;
const namesIn = (text: string): string[] => [...text.matchAll(BRACES)].map((found) => found[1]!.trim());
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
const aloneIn = (paragraph: string): string | undefined => /^\{([^{}\n]*)\}$/.exec(paragraph)?.[1]?.trim();

/** What would leave a hole or a stray brace in a letter, each as a sentence at its place. */
export function letterProblems(letter: StudyLetter, { subject, body }: LetterWords): readonly Problem[] {
  const known = PLACEHOLDERS[letter];
  const inSubject = known.filter((name) => IN_A_SUBJECT.has(name));
  const unknown = (path: string, text: string, may: readonly string[]): Problem[] =>
    [...new Set(namesIn(text))]
      .filter((name) => !may.includes(name))
      .map((name) => ({
        path,
        message: `“{${name}}” is no placeholder ${path === "subject" ? "of a subject here" : "of this letter"}. There are ${listed(may)}.`,
      }));
  const crowded = paragraphsOf(body).filter(
    (one) => aloneIn(one) === undefined && namesIn(one).some((name) => PLACED.has(name)),
  );
  return [
    ...(/[\r\n]/.test(subject) ? [{ path: "subject", message: "A subject is one line." }] : []),
    ...unknown("subject", subject, inSubject),
    ...unknown("body", body, known),
    ...(crowded.length > 0
      ? [{ path: "body", message: "Put {link} and {results} on a line alone, with an empty line around." }]
      : []),
  ];
}

const listed = (names: readonly string[]): string =>
  names.map((name, at) => `${at > 0 && at === names.length - 1 ? "and " : ""}{${name}}`).join(", ");

/** What a letter's words become: paragraphs, and places where a block of its own is put. */
export type Piece =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "placed"; readonly name: string };

/** Fills a text once: what a value says in braces stays as it is. A paragraph that comes out empty goes. */
export function filled(body: string, values: Readonly<Record<string, string>>): readonly Piece[] {
  return paragraphsOf(body).flatMap((paragraph): Piece[] => {
    const alone = aloneIn(paragraph);
    if (alone !== undefined && (PLACED.has(alone) || alone === "question"))
      return [{ kind: "placed", name: alone }];
    const text = filledLine(paragraph, values).trim();
    return text === "" ? [] : [{ kind: "paragraph", text }];
  });
}

export const filledLine = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(BRACES, (whole, name: string) => values[name.trim()] ?? whole);
