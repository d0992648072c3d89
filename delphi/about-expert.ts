import { z } from "zod";
import type { Item, Part } from "./item";
import type { QuestionnairePlan } from "./questionnaire-plan";
import { CHOSEN_SCALE, type OrdinalScale } from "./scale";

/** What the protocol asks experts about themselves. Their answers are a seat's, as all others are. */
export const AboutExperts = z.strictObject({
  /** How well they know the matter, in their own view: of the study as a whole, or of each of its sections. */
  expertise: z.enum(["study", "sections"]).optional(),
  /** Interests that could colour their answers. counts: their words stay at the desk; texts: they may be released. */
  interests: z.enum(["counts", "texts"]).optional(),
});
export type AboutExperts = z.infer<typeof AboutExperts>;

type Asking = {
  readonly aboutExperts?: AboutExperts | undefined;
  readonly questionnaire?: QuestionnairePlan | undefined;
};

export const EXPERTISE = "about-expertise";
export const INTERESTS = "about-interests";
/** Of the question about interests: whether there are any, and which. */
export const DECLARED = "interest-declared";
export const INTEREST_WORDS = "interests";

/** The items as this protocol has them: what experts are asked about themselves follows from it and stands last. */
export const withAboutExperts = (items: readonly Item[], protocol: Asking): readonly Item[] => [
  ...items.filter(({ kind }) => kind !== "about"),
  ...aboutItems(protocol),
];

/** Words about interests that only the desk reads. */
export const isForTheDesk = ({ aboutExperts }: Asking, item: string): boolean =>
  item === INTERESTS && aboutExperts?.interests !== "texts";

const aboutItems = ({ aboutExperts, questionnaire }: Asking): readonly Item[] => [
  ...(aboutExperts?.expertise ? [expertise(aboutExperts.expertise, questionnaire)] : []),
  ...(aboutExperts?.interests ? [interests(aboutExperts.interests)] : []),
];

const aboutItem = (id: string, title: string, text: string, parts: readonly Part[]): Item => ({
  id,
  kind: "about",
  title,
  text,
  parts: [...parts],
  sources: [],
});

const FAMILIARITY: OrdinalScale = {
  kind: "ordinal",
  points: ["not familiar", "a little familiar", "familiar", "very familiar", "expert"].map((label, at) => ({
    value: at + 1,
    label,
  })),
};

function expertise(of: "study" | "sections", plan: QuestionnairePlan | undefined): Item {
  const sections = of === "sections" ? (plan?.sections ?? []) : [];
  const parts = sections.map(({ id, title }) => ({ id, question: title, scale: FAMILIARITY }));
  const whole = { id: "expertise", question: "", scale: FAMILIARITY };
  return aboutItem(
    EXPERTISE,
    "How well do you know the matter?",
    "Rate yourself; nobody checks it. How the panel’s answers lie is published like any other figure. What you say here stands beside no name, and no answer of yours is weighted by it.",
    parts.length > 0 ? parts : [whole],
  );
}

const USED = {
  counts:
    "Published is only how many experts declared one, and only where enough answered. The facilitators read your words after the close, shuffled and without a name; nobody else does.",
  texts:
    "Published is how many experts declared one, where enough answered, and your words if a moderator releases them: shuffled, without a name, and without anything that a moderator finds to give you away.",
};

/** The scale of an option: what is published of it is a count. */
const interests = (published: "counts" | "texts"): Item =>
  aboutItem(
    INTERESTS,
    "Have you any interests to declare?",
    `Money, posts, memberships or a side taken in public, if readers should know of them to judge the panel’s answers. ${USED[published]}`,
    [
      {
        id: DECLARED,
        question: "",
        scale: {
          ...CHOSEN_SCALE,
          points: [
            { value: 0, label: "No, none" },
            { value: 1, label: "Yes, I have" },
          ],
        },
      },
      { id: INTEREST_WORDS, question: "Which, in a few words", scale: { kind: "text", maxLength: 500 } },
    ],
  );

/** An answer as delphi/answer has it, which itself rests on what is written here. */
type Given = { readonly item: string; readonly part: string; readonly value: number | string | null };

/** Whoever names an interest declares one. */
export const declaredByWords = <One extends Given>(given: readonly One[]): readonly Declared[] => {
  const has = (part: string) => given.some((one) => one.item === INTERESTS && one.part === part);
  return has(INTEREST_WORDS) && !has(DECLARED)
    ? [{ item: INTERESTS, part: DECLARED, value: 1, abstained: false }]
    : [];
};
type Declared = { item: string; part: string; value: number; abstained: boolean };

/** What is wrong with a declaration as a whole, or null. */
export const wrongDeclaration = (answers: ReadonlyMap<string, Given>): string | null =>
  answers.has(`${INTERESTS}/${INTEREST_WORDS}`) && answers.get(`${INTERESTS}/${DECLARED}`)?.value !== 1
    ? "You name an interest and say that you declare none. Change one of the two."
    : null;
