"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { minutesFor } from "@/delphi/questionnaire";
import { CheckField } from "@/ui/field";
import { Table } from "@/ui/table";
import { ActionForm, useSent } from "../../../../_parts/action-form";
import { AskFirst } from "../../../../_parts/ask-first";
import { FormArea } from "../../../../_parts/form-fields";
import { openRoundAction } from "../actions";
import { ClosingTime } from "../closing-time";
import type { SheetRow } from "./sheet-rows";

/** Chooses what the next round asks. A choice that departs from the proposal asks for its reason. */
export function CarryForwardSheet({
  study,
  round,
  rows,
  mailed,
  onSchedule,
  zones,
}: {
  study: string;
  round: number;
  rows: readonly SheetRow[];
  /** How many people get a mail when the round opens. */
  mailed: number;
  onSchedule: boolean;
  zones: readonly string[];
}) {
  const t = useTranslations("desk.sheet");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter((row) => row.proposed).map((row) => row.item.id)),
  );
  const toggle = (item: string) =>
    setChosen(
      (before) => new Set(before.has(item) ? [...before].filter((one) => one !== item) : [...before, item]),
    );
  const asked = rows.filter((row) => chosen.has(row.item.id)).map((row) => row.item);
  const departs = rows.filter((row) => row.proposed !== chosen.has(row.item.id)).length;
  const values = { round, items: asked.length, minutes: minutesFor(asked), mailed };
  return (
    <ActionForm action={openRoundAction} hidden={{ study }} className="space-y-10">
      <SheetTable rows={rows} chosen={chosen} toggle={toggle} />
      {departs > 0 && round > 1 ? (
        <div className="max-w-measure">
          <FormArea name="reason" label={t("reason", { count: departs })} hint={t("reason-hint")} required />
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
          }}
        />
      </div>
      <div className="space-y-4">
        <p className="font-sans text-base">{t("sum", values)}</p>
        <AskFirst
          open={t("open", values)}
          title={t("ask.title", values)}
          what={t(round === 1 ? "ask.what-first" : "ask.what", values)}
          confirm={t("ask.confirm", values)}
          cancel={t("ask.cancel")}
        />
      </div>
    </ActionForm>
  );
}

function SheetTable({
  rows,
  chosen,
  toggle,
}: {
  rows: readonly SheetRow[];
  chosen: ReadonlySet<string>;
  toggle: (item: string) => void;
}) {
  const t = useTranslations("desk.sheet");
  const { state } = useSent();
  const first = rows.every((row) => row.last.length === 0);
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
      rows={rows.map(({ item, last, proposal, proposed }) => ({
        key: item.id,
        cells: {
          item: (
            <CheckField
              name="item"
              value={item.id}
              checked={chosen.has(item.id)}
              onChange={() => toggle(item.id)}
              label={item.title}
            />
          ),
          last: last.map((line) => (
            <span key={line} className="figures block text-sm">
              {line}
            </span>
          )),
          proposal: (
            <span className="text-sm">
              {proposal}
              {proposed === chosen.has(item.id) ? null : (
                <strong className="block font-medium text-caution">{t("departs")}</strong>
              )}
            </span>
          ),
        },
      }))}
    />
  );
}
