"use client";

import { useTranslations } from "next-intl";
import { madeBy } from "@/delphi/edited-items";
import type { ItemEdit } from "@/delphi/item-edit";
import type { ItemKind } from "@/delphi/item-kind";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import type { Draft, PanelProposal } from "./sheet-edits";

/** What the next round asks anew, and where further items can come from: the panel's own proposals, or the desk. */
export function MadeItems({
  edits,
  kinds,
  proposals,
  write,
  undo,
  foreseen,
}: {
  edits: readonly ItemEdit[];
  kinds: readonly ItemKind[];
  proposals: readonly (PanelProposal & { title: string })[];
  write: (draft: Draft) => void;
  undo: (edit: ItemEdit) => void;
  foreseen: (edit: ItemEdit) => boolean;
}) {
  const t = useTranslations("desk.sheet.edit");
  const made = edits.filter((edit) => madeBy(edit).length > 0);
  const kind = kinds.includes("option") ? "option" : kinds[0]!;
  return (
    <section className="space-y-4">
      <h3 className="text-lg">{t("new-items")}</h3>
      {made.length === 0 ? <p className="text-muted">{t("none-new")}</p> : null}
      <ul className="space-y-3">
        {made.map((edit) => (
          <li key={madeBy(edit)[0]!.id} className="rounded-md border border-line bg-card p-4">
            {madeBy(edit).map((item) => (
              <p key={item.id} className="font-medium">
                {item.title}
              </p>
            ))}
            <p className="mt-1 font-sans text-sm text-muted">
              {t(edit.kind === "add" && edit.question !== null ? "from-panel" : `from-${edit.kind}`)}{" "}
              {t("because", { reason: edit.reason })}
              {foreseen(edit) ? null : ` ${t("deviation")}`}
            </p>
            <Button type="button" look="quiet" className="-ml-4" onClick={() => undo(edit)}>
              {t("undo")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {kinds.map((one) => (
          <Button
            key={one}
            type="button"
            look="secondary"
            onClick={() => write({ act: "add", kind: one, proposal: null })}
          >
            {t(`add-kind.${one}`)}
          </Button>
        ))}
      </div>
      {proposals.length > 0 ? (
        <Disclosure quiet summary={t("proposals", { count: proposals.length })}>
          <p className="max-w-measure text-base text-muted">{t("proposals-how")}</p>
          <ul className="mt-3 space-y-3">
            {proposals.map(({ title, ...proposal }) => (
              <li
                key={`${proposal.question} ${proposal.text}`}
                className="rounded-md border border-line bg-card p-4"
              >
                <p className="font-sans text-sm text-muted">{title}</p>
                <blockquote className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {proposal.text}
                </blockquote>
                <Button
                  type="button"
                  look="secondary"
                  className="mt-3"
                  onClick={() => write({ act: "add", kind, proposal })}
                >
                  {t("take")}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
