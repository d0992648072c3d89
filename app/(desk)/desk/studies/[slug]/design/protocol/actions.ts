"use server";

import { redirect } from "next/navigation";
import type { Actor } from "@/db/actor";
import { deskStudy } from "@/db/queries/desk-study";
import { roll } from "@/db/queries/roll";
import { AboutExperts } from "@/delphi/about-expert";
import { presetNamed } from "@/delphi/definitions/library";
import type { Preset } from "@/delphi/definitions/preset";
import { freeSlug } from "@/delphi/free-slug";
import { PositionDisplay } from "@/delphi/position";
import { Protocol, type Stratum } from "@/delphi/protocol";
import { refused } from "@/delphi/result";
import type { Rule } from "@/delphi/rule";
import { deskAction, textOf } from "../../../../_parts/desk-action";
import { editDesign, editedIn } from "../edit-design";
import { DECIDED, OWN_RULE } from "./rule-choices";

type Edit = { readonly study: string; readonly version: number; readonly form: FormData };

async function save(actor: Actor, { form, ...edited }: Edit) {
  const inUse = await groupInUse(actor, edited.study, titlesIn(form));
  if (inUse) return refused("stratum-in-use", { stratum: inUse.title });
  return editDesign(actor, edited, ({ protocol }) => ({ protocol: protocolFrom(form, protocol) }));
}

/** A group that would go although people on the roll belong to it. */
async function groupInUse(
  actor: Actor,
  study: string,
  titles: readonly string[],
): Promise<Stratum | undefined> {
  const [{ protocol }, { strata }] = await Promise.all([deskStudy(actor, { study }), roll(actor, { study })]);
  const kept = titles.map((title) => title.toLowerCase());
  return protocol.strata
    .filter((one) => !kept.includes(one.title.toLowerCase()))
    .find((one) => strata.some((used) => used.stratum === one.id));
}

export const saveProtocolAction = deskAction(
  (form): Edit => ({ ...editedIn(form), form }),
  save,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`),
);

function protocolFrom(
  form: FormData,
  { closesWhenAllFinished: _, aboutExperts: __, showsIntervals: ___, ...before }: Protocol,
): Protocol {
  const number = (name: string) => Number(textOf(form, name));
  const shown = (name: string) => form.has(`feedback-${name}`);
  return {
    ...before,
    rounds: number("rounds"),
    minimumGroup: number("minimumGroup"),
    rules: rulesFrom(form, before),
    stopping: Protocol.shape.stopping.catch("all-stable").parse(textOf(form, "stopping")),
    closing: textOf(form, "closing") === "on-schedule" ? "on-schedule" : "by-hand",
    ...(form.has("closesWhenAllFinished") && { closesWhenAllFinished: true }),
    nextRound: "everyone",
    anonymity: textOf(form, "anonymity") === "strict" ? "strict" : "sealed",
    severAfterDays: number("severAfterDays"),
    betweenRounds: {
      rewordAbove: textOf(form, "rewordAbove").trim() === "" ? null : number("rewordAbove"),
      panelItems: form.has("panelItems"),
    },
    feedback: { reasons: shown("reasons"), distribution: shown("distribution"), strata: shown("strata") },
    ...(form.has("showsIntervals") && { showsIntervals: true }),
    ...positionsFrom(form),
    ...aboutExpertsFrom(form),
    strata: strataFrom(titlesIn(form), before.strata),
    earlyPublication: form.has("earlyPublication"),
  };
}

/** The fields are there only where the study has positions. */
const positionsFrom = (form: FormData): Pick<Protocol, "positions"> =>
  form.has("beside")
    ? {
        positions: {
          names: form.has("positionNames"),
          beside: PositionDisplay.shape.beside.catch("counts").parse(textOf(form, "beside")),
        },
      }
    : {};

/** Nothing is said of what is not asked. */
function aboutExpertsFrom(form: FormData): Pick<Protocol, "aboutExperts"> {
  const { expertise, interests } = AboutExperts.shape;
  const asked = {
    expertise: expertise.catch(undefined).parse(textOf(form, "about-expertise") || undefined),
    interests: interests.catch(undefined).parse(textOf(form, "about-interests") || undefined),
  };
  const said = Object.fromEntries(Object.entries(asked).filter(([, how]) => how !== undefined));
  return Object.keys(said).length > 0 ? { aboutExperts: AboutExperts.parse(said) } : {};
}

function rulesFrom(form: FormData, { rules }: Protocol): Protocol["rules"] {
  const asked = DECIDED.filter((kind) => form.has(`${kind}.consensus`) || form.has(`${kind}.stability`));
  const chosen = asked.map((kind) => {
    const rule = (about: Preset["about"]) => ruleFrom(form, `${kind}.${about}`, rules[kind]?.[about] ?? null);
    return [kind, { ...rules[kind], consensus: rule("consensus"), stability: rule("stability") }] as const;
  });
  return { ...rules, ...Object.fromEntries(chosen) };
}

/** A number that can't be read lies outside all bounds, so it is refused at its place. */
function ruleFrom(form: FormData, name: string, before: Rule | null): Rule | null {
  const chosen = textOf(form, name);
  if (chosen === OWN_RULE) return before;
  const preset = presetNamed(chosen);
  if (!preset) return null;
  const prefix = `${name}.`;
  const typed = [...form.keys()].filter((field) => field.startsWith(prefix));
  const number = (text: string) => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : -1);
  return preset.rule(
    Object.fromEntries(typed.map((field) => [field.slice(prefix.length), number(textOf(form, field))])),
  );
}

const titlesIn = (form: FormData): readonly string[] => [
  ...new Set(
    textOf(form, "strata")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/** A group that is there already keeps its id. */
function strataFrom(titles: readonly string[], before: readonly Stratum[]): Stratum[] {
  const taken = before.map((one) => one.id);
  return titles.map((title) => {
    const known = before.find((one) => one.title.toLowerCase() === title.toLowerCase());
    const id = known?.id ?? freeSlug(title, taken);
    taken.push(id);
    return { id, title };
  });
}
