import type { Item } from "@/delphi/item";
import type { Position } from "@/delphi/position";
import { openBetweenRounds, policyDelphi } from "@/delphi/presets";
import type { Stratum } from "@/delphi/protocol";
import type { OrdinalScale } from "@/delphi/scale";
import type { StudyDesign } from "@/delphi/study";
import { seedFile } from "./seed-file";

/** The groups that the rehearsal's panel is drawn from. */
export const REHEARSAL_STRATA: readonly Stratum[] = [
  { id: "research", title: "Research and think tanks" },
  { id: "policy", title: "Policy and diplomacy" },
  { id: "civil-society", title: "Civil society and media" },
];

/** Carnegie Europe's question as a policy Delphi; `slug` and `strata` differ between the study and its rehearsal. */
export const belarusDesign = (slug: string, strata: readonly Stratum[]): StudyDesign => ({
  slug,
  content: {
    title: seedFile.study.title,
    question: seedFile.study.question,
    background: seedFile.study.background,
    perspective:
      "Answer as an expert, from your own judgement of what would serve Europe, and not for the institution you work for.",
    organiser: "the facilitators of this installation",
    contact: "",
  },
  sources: seedFile.sources.map(({ moderator, ...source }) => ({
    ...source,
    editor: source.editor ?? moderator,
  })),
  positions: seedFile.positions.map(position),
  items: [stance(), ...options(), ...scenarios(), ...openQuestions(), confidence()],
  protocol: { ...policyDelphi, betweenRounds: openBetweenRounds, strata: [...strata] },
});

const position = ({ expert, ...rest }: (typeof seedFile.positions)[number]): Position => ({
  id: asId(expert),
  author: expert,
  ...rest,
});

const asId = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim()
    .replaceAll(/ +/g, "-");

const ordinal = (labels: readonly string[]): OrdinalScale => ({
  kind: "ordinal",
  points: labels.map((label, at) => ({ value: at + 1, label })),
});

const stance = (): Item => ({
  id: "stance",
  kind: "stance",
  title: seedFile.study.question,
  text: "",
  parts: [
    {
      id: "stance",
      question: "Where do you stand?",
      scale: { kind: "ordinal", points: seedFile.stance_scale.points },
    },
  ],
  sources: ["pulse"],
});

const options = (): Item[] =>
  seedFile.options.map((option) => ({
    ...option,
    kind: "option",
    parts: seedFile.criteria.map(({ id, question, points }) => ({ id, question, scale: ordinal(points) })),
  }));

const scenarios = (): Item[] =>
  seedFile.scenarios.map(({ id, title, text, source, until, resolves_if }) => ({
    id,
    kind: "scenario",
    title,
    text,
    parts: [
      {
        id: "probability",
        question: "How likely is it that this has come about by July 2027?",
        scale: { kind: "probability" },
      },
    ],
    sources: [source],
    until,
    resolvesIf: resolves_if,
  }));

const openQuestions = (): Item[] =>
  seedFile.open_questions.map(({ id, text }) => ({
    id,
    kind: "open",
    title: text,
    text: "",
    parts: [{ id: "text", question: "", scale: { kind: "text", maxLength: 2000 } }],
    sources: [],
  }));

const confidence = (): Item => ({
  id: seedFile.confidence.id,
  kind: "confidence",
  title: seedFile.confidence.question,
  text: "",
  parts: [{ id: "confidence", question: "", scale: ordinal(seedFile.confidence.points) }],
  sources: [],
});
