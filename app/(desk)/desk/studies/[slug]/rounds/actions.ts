"use server";

import { redirect } from "next/navigation";
import type { Actor } from "@/db/actor";
import { extendRound } from "@/db/commands/extend-round";
import { openRound } from "@/db/commands/open-round";
import type { ItemEdit } from "@/delphi/item-edit";
import { refused } from "@/delphi/result";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";
import { instantIn } from "./instant";

/** A closing time as typed, undefined where it is none; an empty field means no closing time. */
function closingTime(form: FormData): string | null | undefined {
  const local = textOf(form, "closesAt");
  return local === "" ? null : (instantIn(textOf(form, "zone"), local) ?? undefined);
}

type Extension = { readonly study: string; readonly closesAt: string | null | undefined };

const extend = async (actor: Actor, { study, closesAt }: Extension) =>
  closesAt === undefined ? refused("not-a-time") : extendRound(actor, { study, closesAt });

export const extendAction = deskAction(
  (form) => ({ ...studyIn(form), closesAt: closingTime(form) }),
  extend,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/rounds?done=extended`),
);

type Opening = Extension & {
  readonly version: number;
  readonly items: string[];
  readonly edits: ItemEdit[];
  readonly reason: string | undefined;
};

/** The changes to items that the sheet holds as JSON; the command checks what they say. */
function editsIn(form: FormData): ItemEdit[] {
  try {
    return JSON.parse(textOf(form, "edits") || "[]");
  } catch {
    return [];
  }
}

const open = async (actor: Actor, { closesAt, ...opening }: Opening) =>
  closesAt === undefined ? refused("not-a-time") : openRound(actor, { ...opening, closesAt });

export const openRoundAction = deskAction(
  (form) => ({
    ...studyIn(form),
    version: Number(textOf(form, "version")),
    edits: editsIn(form),
    items: form.getAll("item").filter((item) => typeof item === "string"),
    closesAt: closingTime(form),
    reason: textOf(form, "reason").trim() || undefined,
  }),
  open,
  ({ round }, form) => redirect(`/desk/studies/${textOf(form, "study")}?done=opened&n=${round}`),
);
