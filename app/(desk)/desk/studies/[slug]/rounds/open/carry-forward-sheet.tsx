"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { madeBy, touchedBy } from "@/delphi/edited-items";
import type { ItemEdit } from "@/delphi/item-edit";
import type { ItemKind } from "@/delphi/item-kind";
import { minutesFor } from "@/delphi/questionnaire";
import type { QuestionnairePlan } from "@/delphi/questionnaire-plan";
import { ActionForm } from "../../../../_parts/action-form";
import { AskFirst } from "../../../../_parts/ask-first";
import { FormArea } from "../../../../_parts/form-fields";
import { openRoundAction } from "../actions";
import { ClosingTime } from "../closing-time";
import { ItemEditor } from "./item-editor";
import { useKeptSheet } from "./kept-sheet";
import { MadeItems } from "./made-items";
import { NextQuestionnaire } from "./next-questionnaire";
import { askedBy, type Draft, departuresIn, isForeseen, type PanelProposal } from "./sheet-edits";
import type { SheetRow } from "./sheet-rows";
import { SheetTable } from "./sheet-table";

/**
 * Chooses what the next round asks, and changes items on the way. What departs from the proposal asks for its reason.
 * Everything is held here until the round opens, so neither a refusal nor a reload loses anything.
 */
export function CarryForwardSheet({
  study,
  version,
  round,
  rows,
  taken,
  proposals,
  panelItems,
  plan,
  mailed,
  onSchedule,
  zones,
}: {
  study: string;
  version: number;
  round: number;
  rows: readonly SheetRow[];
  /** Names of items that are no longer asked; a new one can't have them. */
  taken: readonly SheetRow["item"][];
  /** Answers to open questions that were released, each with its question's title. */
  proposals: readonly (PanelProposal & { title: string })[];
  /** Whether the protocol foresees items from the panel. */
  panelItems: boolean;
  plan: QuestionnairePlan | undefined;
  /** How many people get a mail when the round opens. */
  mailed: number;
  onSchedule: boolean;
  zones: readonly string[];
}) {
  const t = useTranslations("desk.sheet");
  const [{ chosen, edits }, change] = useKeptSheet(`sheet ${study} ${version} ${round}`, () => ({
    chosen: new Set(rows.filter((row) => row.proposed).map((row) => row.item.id)),
    edits: [],
  }));
  const [draft, setDraft] = useState<Draft | null>(null);
  const [later, setLater] = useState(false);
  const choose = (item: string, asked: boolean) =>
    change((before) => ({ ...before, chosen: withItem(before.chosen, item, asked) }));
  const keep = (edit: ItemEdit) => {
    change((before) => ({ ...before, edits: [...before.edits, edit] }));
    if (edit.kind === "reword") choose(edit.item.id, true);
    setDraft(null);
  };
  const undo = (edit: ItemEdit) => {
    change((before) => ({ ...before, edits: before.edits.filter((one) => one !== edit) }));
    for (const id of touchedBy(edit)) choose(id, rows.find((row) => row.item.id === id)?.proposed === true);
  };
  const foreseen = (edit: ItemEdit) => isForeseen(edit, rows, panelItems);
  const asked = askedBy(rows, chosen, edits);
  const departs = round > 1 ? departuresIn(rows, chosen, edits) : 0;
  const untouched = rows.filter(({ item }) => !edits.some((edit) => touchedBy(edit).includes(item.id)));
  const kinds = ADDED.filter((kind) => rows.some(({ item }) => item.kind === kind));
  const values = { round, items: asked.length, minutes: minutesFor(asked), mailed };
  const hidden = { study, version, edits: JSON.stringify(edits) };
  return (
    <>
      <ActionForm action={openRoundAction} hidden={hidden} className="space-y-10">
        <SheetTable
          rows={rows}
          chosen={chosen}
          toggle={(item) => choose(item, !chosen.has(item))}
          edits={edits}
          write={setDraft}
          undo={undo}
          foreseen={foreseen}
        />
        {edits.flatMap(madeBy).map((item) => (
          <input key={item.id} type="hidden" name="item" value={item.id} />
        ))}
        {round > 1 ? (
          <MadeItems
            edits={edits}
            kinds={kinds}
            proposals={proposals}
            write={setDraft}
            undo={undo}
            foreseen={foreseen}
          />
        ) : null}
        {departs > 0 ? (
          <div className="max-w-measure">
            <FormArea
              name="reason"
              label={t("reason", { count: departs })}
              hint={t("reason-hint")}
              required
            />
          </div>
        ) : null}
        <div className="max-w-measure">
          <ClosingTime
            zones={zones}
            words={{
              legend: t("closing.legend"),
              date: t("closing.date"),
              zone: t("closing.zone"),
              hint: t(onSchedule ? "closing.on-schedule" : "closing.by-hand"),
              meant: t("closing.meant"),
            }}
            opening={{
              legend: t("opening.legend"),
              now: t("opening.now"),
              at: t("opening.at"),
              "at-hint": t("opening.at-hint"),
              date: t("opening.date"),
            }}
            onSchedule={setLater}
          />
        </div>
        <NextQuestionnaire study={study} items={asked} plan={plan} />
        <div className="space-y-4">
          <p className="font-sans text-base">{t("sum", values)}</p>
          <AskFirst
            open={t(later ? "set" : "open", values)}
            title={t(later ? "ask.title-set" : "ask.title", values)}
            what={later ? t("ask.what-set", values) : t(round === 1 ? "ask.what-first" : "ask.what", values)}
            confirm={t(later ? "ask.confirm-set" : "ask.confirm", values)}
            cancel={t("ask.cancel")}
          />
        </div>
      </ActionForm>
      {draft ? (
        <ItemEditor
          draft={draft}
          items={[...rows.map(({ item }) => item), ...taken, ...edits.flatMap(madeBy)]}
          others={untouched
            .map(({ item }) => item)
            .filter(
              (item) => draft.act !== "add" && item.kind === draft.item.kind && item.id !== draft.item.id,
            )}
          keep={keep}
          leave={() => setDraft(null)}
        />
      ) : null}
    </>
  );
}

const withItem = (chosen: ReadonlySet<string>, item: string, asked: boolean): ReadonlySet<string> =>
  new Set(asked ? [...chosen, item] : [...chosen].filter((one) => one !== item));

/** Kinds that can be added between rounds; a question of confidence is one for all. */
const ADDED: readonly ItemKind[] = [
  "option",
  "stance",
  "choice",
  "ranking",
  "allocation",
  "scenario",
  "open",
];
