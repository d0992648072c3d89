import type { Letter } from "@/db/commands/write-letter";
import type { PanelLetter } from "@/db/queue";
import { filled, filledLine, type LetterWords, type Piece, StudyLetter } from "@/delphi/letter";
import { zonedMoment } from "@/delphi/zoned-moment";
import en from "./en.json";
import { type Block, type Mail, written } from "./mail";
import { words } from "./words";

/** What an expert reads: the subject, and what stands below each other. */
export interface Composed {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/**
 * The mail of one kind to one expert, or null where it no longer applies: the round has closed meanwhile, or a
 * reminder would reach somebody who has finished.
 * @param site the origin that people see
 */
export function panelLetter(kind: PanelLetter, letter: Letter, site: string): Mail | null {
  const composed = composedLetter(kind, letter, site);
  if (!composed) return null;
  const unasked = kind !== "lost-link" && kind !== "new-link";
  return {
    to: { name: letter.name, address: letter.address },
    subject: composed.subject,
    ...written(composed.blocks),
    ...(unasked && { stopUrl: `${site}${letter.stopPath}` }),
  };
}

/** The same before it is given its two forms. What every mail must hold stands below the study's own words. */
export function composedLetter(kind: PanelLetter, letter: Letter, site: string): Composed | null {
  const own = StudyLetter.safeParse(kind);
  const core = own.success ? chosenWords(own.data, letter, site) : asked(kind, letter, site);
  if (!core) return null;
  const say = words("panel");
  const { study, token } = letter;
  const blocks: Block[] = [
    ...(study.simulated ? [paragraph(say("simulated"))] : []),
    ...core.blocks,
    ...(kind === "invitation" && letter.again ? [paragraph(say("again"))] : []),
    ...(token ? [paragraph(say("yours"))] : []),
    ...aboutYourself(letter, site),
    ...(study.contact ? [paragraph(say("questions", { contact: study.contact }))] : []),
    ...(study.organiser ? [paragraph(study.organiser)] : []),
  ];
  const subject = study.simulated ? say("simulatedSubject", { subject: core.subject }) : core.subject;
  return { subject, blocks };
}

/** The usual words of a letter, with their placeholders. */
export const usualWords = (kind: StudyLetter): LetterWords => en.templates[kind];

/** A letter in the study's words, or the usual ones; where its words leave out the link, it follows them. */
function chosenWords(kind: StudyLetter, letter: Letter, site: string): Composed | null {
  if (!isDue(kind, letter)) return null;
  const { subject, body } = letter.template ?? usualWords(kind);
  const values = valuesFor(letter);
  const pieces = filled(body, values);
  const hasLink = pieces.some((piece) => piece.kind === "placed" && piece.name === "link");
  const all: readonly Piece[] = hasLink ? pieces : [...pieces, { kind: "placed", name: "link" }];
  return {
    subject: filledLine(subject, values),
    blocks: all.flatMap((piece) =>
      piece.kind === "paragraph" ? [paragraph(piece.text)] : placed(piece.name, letter, site),
    ),
  };
}

function isDue(kind: StudyLetter, { round, edition }: Letter): boolean {
  if (kind === "invitation") return true;
  if (kind === "results") return edition !== null;
  if (kind === "round-open") return round !== null;
  return round !== null && !round.finished;
}

function placed(name: string, letter: Letter, site: string): Block[] {
  if (name === "question") return [{ kind: "question", text: letter.study.question }];
  if (name === "results") {
    const url = `${site}/studies/${letter.study.slug}/results`;
    return [{ kind: "link", label: words("results")("open"), url }];
  }
  return letter.token ? wayIn(letter.token, site) : [];
}

/** What each placeholder stands for. */
function valuesFor({ name, study, round, edition }: Letter): Record<string, string> {
  const [say, news] = [words("panel"), words("round-open")];
  const { title, question, organiser, contact } = study;
  const number = round?.number ?? 0;
  const terms = round ? termsOf(round) : "";
  return {
    greeting: name ? say("greeting", { name }) : say("greetingUnnamed"),
    name: name || say("unnamed"),
    title,
    question,
    organiser,
    contact,
    round: String(number),
    minutes: String(round?.minutes ?? ""),
    closes: round?.closesAt ? zonedMoment(round.closesAt, round.zone) : say("noClosing"),
    terms,
    news: number === 1 ? news("first", { title }) : news("later", { number, title }),
    when: round ? `${words("invitation")("round", { number })} ${terms}` : say("notOpenYet"),
    edition: String(edition ?? ""),
  };
}

/** How long a round takes, and until when. */
function termsOf({ minutes, closesAt, zone }: NonNullable<Letter["round"]>): string {
  const say = words("panel");
  const until = closesAt ? [say("closesAt", { time: zonedMoment(closesAt, zone) })] : [];
  return [say("duration", { minutes }), ...until].join(" ");
}

/** The letters that somebody asked for themselves. */
function asked(kind: PanelLetter, { name, study: { title }, round, token }: Letter, site: string): Composed {
  const say = words("panel");
  const greeting = paragraph(name ? say("greeting", { name }) : say("greetingUnnamed"));
  const link = token ? wayIn(token, site) : [];
  if (kind === "new-link") {
    const own = words("new-link");
    return {
      subject: own("subject", { title }),
      blocks: [greeting, paragraph(own("opening", { title })), ...link],
    };
  }
  const own = words("lost-link");
  return {
    subject: own("subject", { title }),
    blocks: [
      greeting,
      paragraph(own(token ? "opening" : "openingStrict", { title })),
      ...(round ? [] : [paragraph(say("notOpenYet"))]),
      ...link,
      paragraph(own("notYou")),
    ],
  };
}

/** The personal link, and its code for those whose link does not open. */
function wayIn(token: string, site: string): Block[] {
  const say = words("panel");
  return [
    { kind: "link", label: say("open"), url: `${site}/join#${token}` },
    paragraph(say("code", { page: `${site}/join` })),
    { kind: "code", text: token },
  ];
}

/** The other link in every mail: for what concerns the person, and leads to no answer. */
function aboutYourself({ person, token }: Letter, site: string): Block[] {
  const say = words("person");
  return [
    ...(token ? [] : [paragraph(say("replace"))]),
    paragraph(say("about", { page: `${site}/person` })),
    { kind: "link", label: say("open"), url: `${site}/person#${person}` },
    paragraph(say("code", { code: person })),
  ];
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
