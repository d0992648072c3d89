import type { z } from "zod";
import { coreOutcome } from "./definitions/agreement";
import { condition, type Preset, startRule } from "./definitions/preset";
import { orderAgreement, probabilitySpread, randTable } from "./definitions/special-agreement";
import { middleSteady, netChangeSmall, shareUnchanged } from "./definitions/steadiness";
import type { Item, Part } from "./item";
import type { ItemKind } from "./item-kind";
import { openBetweenRounds, policyDelphi } from "./presets";
import type { KindRules, Protocol } from "./protocol";
import type { Rule } from "./rule";
import type { OrdinalScale, Scale } from "./scale";
import { partsFor } from "./usual-parts";

/** A way to begin a study: a declared method, and an example of each kind of item that it asks. */
export type Template = {
  /** Kebab-case; its title and what it is for stand in the catalogue. */
  readonly name: string;
  readonly protocol: Protocol;
  /** To be replaced by the facilitator's own; they carry the scales. */
  readonly items: readonly Item[];
};

const scaleOf = (count: number, low: string, high: string): OrdinalScale => ({
  kind: "ordinal",
  points: Array.from({ length: count }, (_, at) => ({
    value: at + 1,
    label: at === 0 ? `1: ${low}` : at === count - 1 ? `${count}: ${high}` : String(at + 1),
  })),
});

const example = (kind: ItemKind, title: string, text: string, parts: readonly Part[]): Item => ({
  id: `example-${kind}`,
  kind,
  title,
  text,
  parts: [...parts],
  sources: [],
});

const rules = (consensus: Preset, stability: Preset, scale: Scale): z.infer<typeof KindRules> => ({
  consensus: startRule(consensus, scale),
  stability: startRule(stability, scale),
});

/** "Out" of the 70/15 rule: such an outcome is proposed to be dropped. */
const outOfTheSet: Rule = {
  all: [
    condition("percent-agreement", "bottomPercent", ">=", 70, { settings: { topFrom: 7, bottomTo: 3 } }),
    condition("percent-agreement", "topPercent", "<", 15, { settings: { topFrom: 7, bottomTo: 3 } }),
  ],
};

const appropriateness = scaleOf(9, "clearly inappropriate", "clearly appropriate");
const importance = scaleOf(9, "not important", "critical");
const priority = scaleOf(7, "do last", "do first");
const probability: Scale = { kind: "probability" };

const openQuestion = (title: string, text: string): Item => ({
  ...example("open", title, text, partsFor("open", [])),
  id: "example-open",
});

/** Every template, in the order in which they are offered. The only list. */
export const templates: readonly Template[] = [
  {
    name: "policy-delphi",
    protocol: { ...policyDelphi, betweenRounds: openBetweenRounds },
    items: [
      example("stance", "The question as a stance", "", partsFor("stance", [])),
      example("option", "A policy option", "One line that says what would be done.", partsFor("option", [])),
    ],
  },
  {
    name: "rand-ucla",
    protocol: {
      ...policyDelphi,
      design: "consensus",
      rounds: 2,
      stopping: "fixed",
      rules: { option: rules(randTable, shareUnchanged, appropriateness) },
    },
    items: [
      example("option", "An indication", "For whom, when, and compared with what.", [
        {
          id: "appropriateness",
          question: "Do the expected benefits outweigh the harms, whatever the costs?",
          scale: appropriateness,
        },
      ]),
    ],
  },
  {
    name: "core-outcome-set",
    protocol: {
      ...policyDelphi,
      design: "consensus",
      rules: { option: { ...rules(coreOutcome, shareUnchanged, importance), retire: outOfTheSet } },
      strata: [
        { id: "patients", title: "Patients and carers" },
        { id: "clinicians", title: "Clinicians" },
        { id: "researchers", title: "Researchers" },
      ],
    },
    items: [
      example("option", "An outcome", "What is measured, in words that everybody understands.", [
        { id: "importance", question: "How important is it to measure this?", scale: importance },
      ]),
    ],
  },
  {
    name: "forecasting",
    protocol: {
      ...policyDelphi,
      design: "forecasting",
      rounds: 2,
      rules: { scenario: rules(probabilitySpread, middleSteady, probability) },
    },
    items: [
      example("scenario", "An event", "What would have to be true, so that anybody could tell.", [
        { id: "probability", question: "How likely is this by the date given?", scale: probability },
      ]),
    ],
  },
  {
    name: "priorities",
    protocol: {
      ...policyDelphi,
      design: "ranking",
      rules: { option: rules(orderAgreement, netChangeSmall, priority) },
    },
    items: [
      example("option", "The first thing to be put in order", "One line about it.", [
        { id: "priority", question: "How soon should this be done?", scale: priority },
      ]),
      {
        ...example("option", "The second thing to be put in order", "One line about it.", [
          { id: "priority", question: "How soon should this be done?", scale: priority },
        ]),
        id: "example-option-2",
      },
    ],
  },
  {
    name: "open-first-round",
    protocol: {
      ...policyDelphi,
      design: "open",
      betweenRounds: openBetweenRounds,
    },
    items: [openQuestion("What should the panel consider?", "Name one thing, and say why.")],
  },
  { name: "blank", protocol: policyDelphi, items: [] },
];

export const templateNamed = (name: string): Template | undefined =>
  templates.find((one) => one.name === name);
