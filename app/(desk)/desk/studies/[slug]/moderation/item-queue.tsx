"use client";

import { useTranslations } from "next-intl";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { Button } from "@/ui/button";
import { Confirm } from "../../../_parts/confirm";
import { releaseAllAction } from "./actions";
import { Alike } from "./alike";
import { MergePane, type PaneKind, ThemePane } from "./panes";
import type { QueueActs } from "./queue";
import { TextCard } from "./text-card";
import { containedIn, takesTheme } from "./text-state";
import { Themes } from "./themes";
import type { RefusedDecision } from "./use-decisions";

export type ItemQueueProps = {
  readonly study: string;
  readonly round: number;
  readonly one: ModeratedItem;
  readonly chosen: readonly string[];
  readonly pane: { readonly text: string; readonly kind: PaneKind } | null;
  readonly refused: ReadonlyMap<string, RefusedDecision>;
  readonly acts: QueueActs;
};

/** What was written to one item: reasons and answers to open questions, in an order that says nothing. */
export function ItemQueue({ study, round, one, chosen, pane, refused, acts }: ItemQueueProps) {
  const t = useTranslations("desk.moderation");
  const { item, texts, themes, alike } = one;
  const waiting = texts.filter((text) => text.state === "waiting").length;
  const picked = chosen.flatMap((id) => texts.find((text) => text.id === id) ?? []);
  const grouped = texts.some(takesTheme);
  return (
    <section className="space-y-4" aria-label={item.title}>
      <div className="flex flex-wrap items-center justify-between gap-4 border-b border-line pb-2">
        <h3 className="max-w-measure text-lg">{item.title}</h3>
        {waiting > 1 ? (
          <Confirm
            action={releaseAllAction}
            hidden={{ study, round, item: item.id }}
            look="secondary"
            open={t("all.open", { waiting })}
            title={t("all.title", { waiting })}
            what={t("all.what", { item: item.title })}
            confirm={t("all.confirm", { waiting })}
            cancel={t("cancel")}
          />
        ) : null}
      </div>
      <Alike groups={alike} texts={texts} choose={acts.choose} />
      {grouped && themes.length > 0 ? <Themes study={study} themes={themes} texts={texts} /> : null}
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {texts
          .filter((text) => text.state !== "merged")
          .map((text) => (
            <li key={text.id}>
              <TextCard
                text={text}
                contained={containedIn(text, texts)}
                themes={themes}
                chosen={chosen.includes(text.id)}
                together={chosen.length > 1 && chosen.includes(text.id) ? picked : [text]}
                pane={pane?.text === text.id ? pane.kind : null}
                refused={refused.get(text.id)}
                acts={acts}
              />
            </li>
          ))}
      </ul>
      {picked.length > 0 ? <Chosen picked={picked} pane={pane} themes={themes} acts={acts} /> : null}
    </section>
  );
}

/** What can be done with the chosen texts together; it stays in sight below the list. */
function Chosen({
  picked,
  pane,
  themes,
  acts,
}: {
  picked: readonly TextToModerate[];
  pane: ItemQueueProps["pane"];
  themes: ModeratedItem["themes"];
  acts: QueueActs;
}) {
  const t = useTranslations("desk.moderation.chosen");
  const first = picked[0]!;
  return (
    <div className="sticky bottom-0 z-10 space-y-3 border-t border-edge bg-paper py-3">
      {pane?.kind === "merge" && picked.length > 1 ? <MergePane texts={picked} acts={acts} /> : null}
      {pane?.kind === "theme-of-chosen" ? <ThemePane texts={picked} themes={themes} acts={acts} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <p className="font-sans text-base font-medium">{t("count", { count: picked.length })}</p>
        <Button
          type="button"
          look="secondary"
          disabled={picked.length < 2}
          onClick={() => acts.open(first.id, "merge")}
        >
          {t("merge")}
        </Button>
        {takesTheme(first) ? (
          <Button type="button" look="secondary" onClick={() => acts.open(first.id, "theme-of-chosen")}>
            {t("theme")}
          </Button>
        ) : null}
        <Button type="button" look="quiet" onClick={acts.chooseNone}>
          {t("none")}
        </Button>
      </div>
    </div>
  );
}
