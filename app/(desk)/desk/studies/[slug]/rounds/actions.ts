"use server";

import { redirect } from "next/navigation";
import type { Actor } from "@/db/actor";
import { extendRound } from "@/db/commands/extend-round";
import { openRound } from "@/db/commands/open-round";
import { scheduleRound } from "@/db/commands/schedule-round";
import { unscheduleRound } from "@/db/commands/unschedule-round";
import type { ItemEdit } from "@/delphi/item-edit";
import { type Result, refused } from "@/delphi/result";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";
import { instantIn } from "./instant";

/** A time as typed, undefined where it is none; an empty field means that none is set. */
function timeIn(form: FormData, field: "closesAt" | "opensAt"): string | null | undefined {
  const local = textOf(form, field);
  return local === "" ? null : (instantIn(textOf(form, "zone"), local) ?? undefined);
}

type Extension = {
  readonly study: string;
  readonly closesAt: string | null | undefined;
  readonly zone: string;
};

const extend = async (actor: Actor, { study, closesAt, zone }: Extension) =>
  closesAt === undefined ? refused("not-a-time") : extendRound(actor, { study, closesAt, zone });

export const extendAction = deskAction(
  (form) => ({ ...studyIn(form), closesAt: timeIn(form, "closesAt"), zone: textOf(form, "zone") }),
  extend,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/rounds?done=extended`),
);

type Opening = Extension & {
  /** Undefined: now. */
  readonly opensAt: string | null | undefined;
  readonly atATime: boolean;
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

type Opened = { readonly round: number; readonly opensAt?: Date };

async function open(
  actor: Actor,
  { closesAt, opensAt, atATime, ...opening }: Opening,
): Promise<Result<Opened>> {
  if (closesAt === undefined) return refused("not-a-time");
  if (!atATime) return openRound(actor, { ...opening, closesAt });
  return opensAt ? scheduleRound(actor, { ...opening, closesAt, opensAt }) : refused("not-a-time");
}

export const openRoundAction = deskAction(
  (form) => ({
    ...studyIn(form),
    version: Number(textOf(form, "version")),
    edits: editsIn(form),
    items: form.getAll("item").filter((item) => typeof item === "string"),
    closesAt: timeIn(form, "closesAt"),
    opensAt: timeIn(form, "opensAt"),
    atATime: textOf(form, "opens") === "at",
    zone: textOf(form, "zone"),
    reason: textOf(form, "reason").trim() || undefined,
  }),
  open,
  ({ round, opensAt }, form) =>
    redirect(`/desk/studies/${textOf(form, "study")}?done=${opensAt ? "scheduled" : "opened"}&n=${round}`),
);

export const unscheduleAction = deskAction(studyIn, unscheduleRound, (_value, form) =>
  redirect(`/desk/studies/${textOf(form, "study")}?done=unscheduled`),
);
