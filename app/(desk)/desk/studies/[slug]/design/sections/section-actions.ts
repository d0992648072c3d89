"use server";

import { redirect } from "next/navigation";
import { freeSlug } from "@/delphi/free-slug";
import { unplanned } from "@/delphi/questionnaire";
import { ItemOrder, type PlannedSection } from "@/delphi/questionnaire-plan";
import { deskAction, textOf } from "../../../../_parts/desk-action";
import { editDesign, editedIn } from "../edit-design";

const back = (_value: unknown, form: FormData) =>
  redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved#questionnaire`);

export const saveSectionAction = deskAction(
  (form) => ({ ...editedIn(form), form }),
  (actor, { form, ...edited }) =>
    editDesign(actor, edited, ({ protocol: { questionnaire: plan = unplanned } }) => {
      const section = sectionFrom(form, plan.sections);
      const known = plan.sections.some((one) => one.id === section.id);
      const sections = known
        ? plan.sections.map((one) => (one.id === section.id ? section : one))
        : [...plan.sections, section];
      return { plan: { ...plan, sections } };
    }),
  back,
);

/** Its items stay, and stand with their kind again. */
export const removeSectionAction = deskAction(
  (form) => ({ ...editedIn(form), section: textOf(form, "section") }),
  (actor, { section, ...edited }) =>
    editDesign(actor, edited, ({ items, protocol: { questionnaire: plan = unplanned } }) => ({
      plan: { ...plan, sections: plan.sections.filter((one) => one.id !== section) },
      items: items.map(({ section: of, ...item }) =>
        of === section || of === undefined ? item : { ...item, section: of },
      ),
    })),
  back,
);

export const moveSectionAction = deskAction(
  (form) => ({ ...editedIn(form), section: textOf(form, "section"), by: Number(textOf(form, "by")) }),
  (actor, { section, by, ...edited }) =>
    editDesign(actor, edited, ({ protocol: { questionnaire: plan = unplanned } }) => {
      const at = plan.sections.findIndex((one) => one.id === section);
      const to = at + Math.sign(by);
      const [from, other] = [plan.sections[at], plan.sections[to]];
      if (!from || !other) return { plan };
      return { plan: { ...plan, sections: plan.sections.with(at, other).with(to, from) } };
    }),
);

export const orderRestAction = deskAction(
  (form) => ({ ...editedIn(form), order: orderIn(form) }),
  (actor, { order, ...edited }) =>
    editDesign(actor, edited, ({ protocol: { questionnaire: plan = unplanned } }) => ({
      plan: { ...plan, order },
    })),
  back,
);

const orderIn = (form: FormData): ItemOrder => ItemOrder.catch("fixed").parse(textOf(form, "order"));

function sectionFrom(form: FormData, sections: readonly PlannedSection[]): PlannedSection {
  const title = textOf(form, "title").trim();
  const known = sections.find((one) => one.id === textOf(form, "id"));
  return {
    id:
      known?.id ??
      freeSlug(
        title,
        sections.map((one) => one.id),
      ),
    title,
    introduction: textOf(form, "introduction").replaceAll("\r\n", "\n").trim(),
    order: orderIn(form),
  };
}
