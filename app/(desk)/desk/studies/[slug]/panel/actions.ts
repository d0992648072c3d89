"use server";

import { redirect } from "next/navigation";
import { changeAddress } from "@/db/commands/change-address";
import { revokeLink } from "@/db/commands/revoke-link";
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
