"use client";

import { useTranslations } from "next-intl";
import { touchedBy } from "@/delphi/edited-items";
import type { ItemEdit } from "@/delphi/item-edit";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { CheckField } from "@/ui/field";
import { Table } from "@/ui/table";
import { useSent } from "../../../../_parts/action-form";
import type { Draft } from "./sheet-edits";
import type { SheetRow } from "./sheet-rows";

const ACTS = ["reword", "split", "merge", "retire"] as const;

/** Every item with its last answers, what the rules propose for it, and what can be done to it instead. */
export function SheetTable({
  rows,
  chosen,
  toggle,
  edits,
  write,
  undo,
  foreseen,
}: {
  rows: readonly SheetRow[];
  chosen: ReadonlySet<string>;
  toggle: (item: string) => void;
  edits: readonly ItemEdit[];
  write: (draft: Draft) => void;
  undo: (edit: ItemEdit) => void;
  foreseen: (edit: ItemEdit) => boolean;
}) {
  const t = useTranslations("desk.sheet");
  const { state } = useSent();
  const first = rows.every((row) => row.rule === null);
  return (
    <Table
      // A refused form is reset by the browser; made anew, the boxes show the choice that was sent.
      key={state === null ? "fresh" : state.message}
      caption={t("caption")}
      captionHidden
      columns={[
        { key: "item", label: t("column.item") },
        ...(first ? [] : [{ key: "last", label: t("column.last") }]),
        { key: "proposal", label: t("column.proposal") },
      ]}
      rows={rows.map((row) => {
        const edit = edits.find((one) => touchedBy(one).includes(row.item.id));
        const asked = chosen.has(row.item.id) && (!edit || edit.kind === "reword");
        const departs = edit ? !foreseen(edit) : row.proposed !== asked;
        return {
          key: row.item.id,
          cells: {
            item: (
              <>
                <CheckField
                  name="item"
                  value={row.item.id}
                  checked={asked}
                  disabled={edit !== undefined && edit.kind !== "reword"}
                  onChange={() => toggle(row.item.id)}
                  label={edit?.kind === "reword" ? edit.item.title : row.item.title}
                />
                {first ? null : edit ? (
                  <Edited edit={edit} before={row.item.title} undo={() => undo(edit)} />
                ) : (
                  <Acts
                    row={row}
                    write={write}
                    alone={rows.filter((one) => one.item.kind === row.item.kind).length < 2}
                  />
                )}
              </>
            ),
            last: row.last.map((line) => (
              <span key={line} className="figures block text-sm">
                {line}
              </span>
            )),
            proposal: (
              <span className="text-sm">
                {row.proposal}
                {departs ? <strong className="block font-medium text-caution">{t("departs")}</strong> : null}
              </span>
            ),
          },
        };
      })}
    />
  );
}

function Acts({ row, write, alone }: { row: SheetRow; write: (draft: Draft) => void; alone: boolean }) {
  const t = useTranslations("desk.sheet.edit");
  return (
    <div className="ml-8 font-normal">
      <Disclosure quiet summary={<span className="text-sm">{t("change")}</span>}>
        <div className="flex flex-wrap gap-2">
          {ACTS.filter((act) => !(alone && act === "merge")).map((act) => (
            <Button
              key={act}
              type="button"
              look="secondary"
              aria-label={t("act-on", { act: t(`${act}.open`), title: row.item.title })}
              onClick={() => write({ act, item: row.item })}
            >
              {t(`${act}.open`)}
            </Button>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

function Edited({ edit, before, undo }: { edit: ItemEdit; before: string; undo: () => void }) {
  const t = useTranslations("desk.sheet.edit");
  const what =
    edit.kind === "reword" ? `done.reword-${edit.substance ? "substance" : "minor"}` : `done.${edit.kind}`;
  return (
    <div className="ml-8 space-y-1 font-normal">
      <p className="text-sm text-muted">
        {t(what, { before })} {t("because", { reason: edit.reason })}
      </p>
      <Button type="button" look="quiet" className="-ml-4" onClick={undo}>
        {t("undo")}
      </Button>
    </div>
  );
}
