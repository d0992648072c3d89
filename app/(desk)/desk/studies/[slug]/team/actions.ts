"use server";

import { redirect } from "next/navigation";
import { changeRole } from "@/db/commands/change-role";
import { GivenRole, inviteMember } from "@/db/commands/invite-member";
import { removeMember } from "@/db/commands/remove-member";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

const roleIn = (form: FormData) => GivenRole.catch("observer").parse(textOf(form, "role"));
const memberIn = (form: FormData) => ({ ...studyIn(form), member: textOf(form, "member") });
const back = (done: string) => (_value: unknown, form: FormData) =>
  redirect(`/desk/studies/${textOf(form, "study")}/team?done=${done}`);

export const inviteMemberAction = deskAction(
  (form) => ({
    ...studyIn(form),
    address: textOf(form, "address"),
    name: textOf(form, "name"),
    role: roleIn(form),
  }),
  inviteMember,
  back("member-invited"),
);

export const changeRoleAction = deskAction(
  (form) => ({ ...memberIn(form), role: roleIn(form) }),
  changeRole,
  back("role-changed"),
);

export const removeMemberAction = deskAction(memberIn, removeMember, back("member-removed"));
