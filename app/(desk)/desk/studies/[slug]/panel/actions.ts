"use server";

import { redirect } from "next/navigation";
import { changeAddress } from "@/db/commands/change-address";
import { editPerson } from "@/db/commands/edit-person";
import { listNames } from "@/db/commands/list-names";
import { markBounced } from "@/db/commands/mark-bounced";
import { mergePeople } from "@/db/commands/merge-people";
import { pausePerson } from "@/db/commands/pause-person";
import { replacePerson } from "@/db/commands/replace-person";
import { revokeLink } from "@/db/commands/revoke-link";
import { setTargets } from "@/db/commands/set-targets";
import { severStudy } from "@/db/commands/sever-study";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

export const revokeAction = deskAction(
  (form) => ({ ...studyIn(form), invitation: textOf(form, "invitation") }),
  revokeLink,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=revoked`),
);

export const changeAddressAction = deskAction(
  (form) => ({ ...studyIn(form), invitation: textOf(form, "invitation"), address: textOf(form, "address") }),
  changeAddress,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=address`),
);

export const severAction = deskAction(
  (form) => ({ ...studyIn(form), early: true }),
  severStudy,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=severed`),
);

const onePerson = (form: FormData) => ({ ...studyIn(form), invitation: textOf(form, "invitation") });
const panelPage = (form: FormData, said: string): never =>
  redirect(`/desk/studies/${textOf(form, "study")}/panel?done=${said}`);

export const editPersonAction = deskAction(
  (form) => ({
    ...onePerson(form),
    name: textOf(form, "name"),
    language: textOf(form, "language"),
    note: textOf(form, "note"),
    ...(form.has("stratum") && { stratum: textOf(form, "stratum") }),
  }),
  editPerson,
  (_value, form) => panelPage(form, "saved"),
);

export const pauseAction = deskAction(
  (form) => ({ ...onePerson(form), paused: textOf(form, "paused") === "yes" }),
  pausePerson,
  (_value, form) => panelPage(form, textOf(form, "paused") === "yes" ? "paused" : "resumed"),
);

export const bouncedAction = deskAction(
  (form) => ({
    ...onePerson(form),
    bounced: textOf(form, "bounced") === "yes",
    said: textOf(form, "said"),
  }),
  markBounced,
  (_value, form) => panelPage(form, textOf(form, "bounced") === "yes" ? "bounced" : "mended"),
);

export const replaceAction = deskAction(
  (form) => ({ ...onePerson(form), name: textOf(form, "name"), address: textOf(form, "address") }),
  replacePerson,
  (_value, form) => panelPage(form, "replaced"),
);

export const mergeAction = deskAction(
  (form) => ({ ...studyIn(form), keep: textOf(form, "keep"), drop: textOf(form, "drop") }),
  mergePeople,
  (_value, form) => panelPage(form, "merged"),
);

const TARGET = "target ";

/** Empty is no target; anything that is no number is refused with its field. */
export const targetsAction = deskAction(
  (form) => ({
    ...studyIn(form),
    targets: [...form.keys()]
      .filter((name) => name.startsWith(TARGET))
      .map((name) => ({
        stratum: name.slice(TARGET.length),
        people: textOf(form, name).trim() === "" ? null : Number(textOf(form, name)),
      })),
  }),
  setTargets,
  (_value, form) => panelPage(form, "saved"),
);

export const listNamesAction = deskAction(
  (form) => ({ ...studyIn(form), listed: textOf(form, "listed") === "yes" }),
  listNames,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/panel?done=saved`),
);
