import type { Actor } from "@/db/actor";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { createStudy } from "@/db/commands/create-study";
import { giveConsent } from "@/db/commands/give-consent";
import { importPanel } from "@/db/commands/import-panel";
import { openRound } from "@/db/commands/open-round";
import { redeemLink } from "@/db/commands/redeem-link";
import { submitAnswers } from "@/db/commands/submit-answers";
import { unseal } from "@/db/sealing";
import type { Answer } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { policyDelphi } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import type { Result } from "@/delphi/result";
import type { OrdinalScale } from "@/delphi/scale";

/** A study with a panel, as the tests of the expert's side need it: small, with every kind of item. */
export type TestStudy = { readonly slug: string; readonly id: string; readonly links: readonly string[] };

const points = (...labels: string[]): OrdinalScale => ({
  kind: "ordinal",
  points: labels.map((label, at) => ({ value: at + 1, label })),
});
const criterion = (id: string) => ({
  id,
  question: `How ${id.replace(/ity$/, "le")} is this?`,
  scale: points("not at all", "little", "neither", "rather", "very"),
});
const option = (id: string): Item => ({
  id,
  kind: "option",
  title: `Option ${id}`,
  text: "One line about it.",
  parts: [criterion("desirability"), criterion("feasibility")],
  sources: [],
});

export const items: readonly Item[] = [
  {
    id: "stance",
    kind: "stance",
    title: "Should it be done?",
    text: "",
    parts: [
      {
        id: "stance",
        question: "Where do you stand?",
        scale: points("no", "rather no", "both", "rather yes", "yes"),
      },
    ],
    sources: [],
  },
  option("bridge"),
  option("ferry"),
  option("tunnel"),
  {
    id: "flood",
    kind: "scenario",
    title: "The river floods",
    text: "",
    parts: [{ id: "probability", question: "How likely is it?", scale: { kind: "probability" } }],
    sources: [],
  },
  {
    id: "missing",
    kind: "open",
    title: "What is missing?",
    text: "",
    parts: [{ id: "text", question: "", scale: { kind: "text", maxLength: 500 } }],
    sources: [],
  },
  {
    id: "confidence",
    kind: "confidence",
    title: "How confident are you?",
    text: "",
    parts: [
      { id: "confidence", question: "", scale: points("not", "slightly", "fairly", "confident", "very") },
    ],
    sources: [],
  },
];

/** With one round there is nothing to compare, so nothing can be steady. */
const ofOneRound: Partial<Protocol> = {
  rules: Object.fromEntries(
    Object.entries(policyDelphi.rules).map(([kind, rules]) => [kind, { ...rules, stability: null }]),
  ),
};

/** Makes a study, its panel and, unless told otherwise, its first round. */
export async function aStudy(
  slug: string,
  {
    experts = 8,
    strata = [""],
    open = true,
    simulated = false,
    protocol = {},
    items: asked = items,
  }: {
    experts?: number;
    strata?: readonly string[];
    open?: boolean;
    simulated?: boolean;
    protocol?: Partial<Protocol>;
    items?: readonly Item[];
  } = {},
): Promise<TestStudy> {
  const content = {
    title: `The study ${slug}`,
    question: "Should it be done?",
    background: "A river divides the town.",
    perspective: "Answer as yourself.",
    organiser: "The town",
    contact: "",
  };
  const position = {
    id: "ada",
    author: "Ada Example",
    affiliation: "Institute of Rivers",
    source: "paper",
    summary: "In favour of a bridge.",
    stance: 5,
    for: ["bridge"],
    against: ["ferry"],
  };
  const source = {
    id: "paper",
    title: "A paper",
    publisher: "A publisher",
    published: "2026",
    kind: "paper",
  };
  const design = {
    slug,
    content,
    sources: [source],
    positions: asked === items ? [position] : [],
    items: [...asked],
    protocol: { ...policyDelphi, ...(protocol.rounds === 1 ? ofOneRound : {}), ...protocol },
  };
  value(await createStudy(system, { design, simulated }));
  const people = Array.from(
    { length: experts },
    (_, at) => `Expert ${at},e${at}@${slug}.example,${strata[at % strata.length]}`,
  );
  value(await importPanel(system, { study: slug, text: ["name,email,stratum", ...people].join("\n") }));
  if (open) value(await openRound(system, { study: slug }));
  const [made] = await sql()<{ id: string }[]>`select id from study where slug = ${slug}`;
  const id = made!.id;
  const rows = await sql()<{ sealed: Buffer }[]>`
    select sealed_token as sealed from invitation where study_id = ${id} and sealed_token is not null`;
  return { slug, id, links: rows.map((row) => unseal(row.sealed, `invitation:${id}`)) };
}

/** Opens a personal link, as a click on it does. */
export async function seatBehind(link: string): Promise<Actor & { kind: "seat" }> {
  const { studyId, seatId, epoch } = value(await redeemLink(visitor, { token: link }));
  return { kind: "seat", studyId, seatId, epoch };
}

/** An expert of the study who has agreed to take part. */
export async function anExpert(study: TestStudy, at = 0): Promise<Actor & { kind: "seat" }> {
  const seat = await seatBehind(study.links[at]!);
  value(await giveConsent(seat, {}));
  return seat;
}

export const rating = (item: string, part: string, given: number): Answer => ({
  item,
  part,
  value: given,
  abstained: false,
});
export const text = (item: string, part: string, given: string): Answer => ({
  ...rating(item, part, 0),
  value: given,
});
export const abstention = (item: string, part: string): Answer => ({
  item,
  part,
  value: null,
  abstained: true,
});

/** One answer to everything that is rated, on the same point everywhere. */
export const allRated = (point: number): Answer[] =>
  items.flatMap((item) =>
    item.parts.flatMap(({ id, scale }) => {
      if (scale.kind === "text") return [];
      return [rating(item.id, id, scale.kind === "probability" ? point * 10 : point)];
    }),
  );

/** A round that `experts` of the panel answer alike, closed. */
export async function answeredRound(
  study: TestStudy,
  round: number,
  experts: number,
  point = 4,
): Promise<void> {
  for (let at = 0; at < experts; at += 1) {
    const seat = await anExpert(study, at);
    value(await submitAnswers(seat, { round, answers: allRated(point) }));
  }
  value(await closeRound(system, { study: study.slug }));
}

/** The value of a result that must be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.refusal} ${JSON.stringify(result.problems ?? result.detail ?? {})}`);
  return result.value;
}
