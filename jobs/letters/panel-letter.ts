import type { Letter } from "@/db/queries/letter";
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
    { kind: "link", label: say("open"), url: `${site}/join#${letter.token}` },
    paragraph(say("code", { page: `${site}/join` })),
    { kind: "code", text: letter.token },
    ...core.closing,
    paragraph(say("yours")),
    ...(study.contact ? [paragraph(say("questions", { contact: study.contact }))] : []),
    ...(study.organiser ? [paragraph(study.organiser)] : []),
  ];
  const subject = study.simulated ? say("simulatedSubject", { subject: core.subject }) : core.subject;
  return { to: { name, address }, subject, ...written(blocks) };
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
  "lost-link": ({ study: { title }, round }) => {
    const say = words("lost-link");
    return {
      subject: say("subject", { title }),
      opening: [
        paragraph(say("opening", { title })),
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
