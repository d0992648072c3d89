import type { Letter } from "@/db/commands/write-letter";
import type { PanelLetter } from "@/db/queue";
import { type Block, type Mail, written } from "./mail";
import { moment, words } from "./words";

/**
 * The mail of one kind to one expert, or null where it no longer applies: the round has closed meanwhile, or a
 * reminder would reach somebody who has finished.
 * @param site the origin that people see
 */
export function panelLetter(kind: PanelLetter, letter: Letter, site: string): Mail | null {
  const core = writers[kind](letter);
  if (!core) return null;
  const say = words("panel");
  const { study, name, address } = letter;
  const blocks: Block[] = [
    paragraph(name ? say("greeting", { name }) : say("greetingUnnamed")),
    ...(study.simulated ? [paragraph(say("simulated"))] : []),
    ...core.opening,
    ...(letter.token ? wayIn(letter.token, site) : []),
    ...core.closing,
    ...(letter.token ? [paragraph(say("yours"))] : []),
    ...aboutYourself(letter, site),
    ...(study.contact ? [paragraph(say("questions", { contact: study.contact }))] : []),
    ...(study.organiser ? [paragraph(study.organiser)] : []),
  ];
  const subject = study.simulated ? say("simulatedSubject", { subject: core.subject }) : core.subject;
  const unasked = kind !== "lost-link" && kind !== "new-link";
  return {
    to: { name, address },
    subject,
    ...written(blocks),
    ...(unasked && { stopUrl: `${site}${letter.stopPath}` }),
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

/** What differs between the kinds: the subject, and what stands before and after the link. */
interface Core {
  readonly subject: string;
  readonly opening: readonly Block[];
  readonly closing: readonly Block[];
}

const writers: Readonly<Record<PanelLetter, (letter: Letter) => Core | null>> = {
  invitation: (letter) => {
    const say = words("invitation");
    const { title, question } = letter.study;
    const open = letter.round ? [say("round", { number: letter.round.number }), ...terms(letter.round)] : [];
    return {
      subject: say("subject", { title }),
      opening: [
        paragraph(say("opening")),
        { kind: "question", text: question },
        paragraph(open.length > 0 ? open.join(" ") : words("panel")("notOpenYet")),
      ],
      closing: [paragraph(say("choice"))],
    };
  },
  "round-open": ({ study: { title }, round }) => {
    if (!round) return null;
    const say = words("round-open");
    const { number } = round;
    const news = number === 1 ? say("first", { title }) : say("later", { number, title });
    return {
      subject: say("subject", { number, title }),
      opening: [paragraph([news, ...terms(round)].join(" "))],
      closing: [],
    };
  },
  reminder: ({ study: { title }, round }) => {
    if (!round || round.finished) return null;
    const say = words("reminder");
    const { number } = round;
    return {
      subject: say("subject", { number, title }),
      opening: [paragraph([say("opening", { number, title }), ...terms(round)].join(" "))],
      closing: [paragraph(say("finished"))],
    };
  },
  "new-link": ({ study: { title } }) => {
    const say = words("new-link");
    return {
      subject: say("subject", { title }),
      opening: [paragraph(say("opening", { title }))],
      closing: [],
    };
  },
  "lost-link": ({ study: { title }, round, token }) => {
    const say = words("lost-link");
    return {
      subject: say("subject", { title }),
      opening: [
        paragraph(say(token ? "opening" : "openingStrict", { title })),
        ...(round ? [] : [paragraph(words("panel")("notOpenYet"))]),
      ],
      closing: [paragraph(say("notYou"))],
    };
  },
};

/** How long a round takes, and until when. */
function terms({ minutes, closesAt }: NonNullable<Letter["round"]>): string[] {
  const say = words("panel");
  return [
    say("duration", { minutes }),
    ...(closesAt ? [say("closesAt", { time: say("time", { time: moment(closesAt) }) })] : []),
  ];
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
