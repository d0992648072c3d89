"use client";

import { useTranslations } from "next-intl";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { Status } from "@/ui/status";
import { CardButtons } from "./card-buttons";
import { EditPane, HoldPane, type PaneKind, ThemePane } from "./panes";
import type { QueueActs } from "./queue";
import { isEdited, takesTheme } from "./text-state";
import type { RefusedDecision } from "./use-decisions";

const TONES = { waiting: "waiting", released: "done", "held-back": "off", merged: "done" } as const;

export type TextCardProps = {
  readonly text: TextToModerate;
  /** Texts whose words stand in this one's wording. */
  readonly contained: readonly TextToModerate[];
  readonly themes: ModeratedItem["themes"];
  readonly chosen: boolean;
  /** What a theme is given to: this text, or all that are chosen. */
  readonly together: readonly TextToModerate[];
  readonly pane: PaneKind | null;
  readonly refused: RefusedDecision | undefined;
  readonly acts: QueueActs;
};

/** One text with what was decided about it. An edit or a merge keeps the authors' words beside the released ones. */
export function TextCard(props: TextCardProps) {
  const { text, contained, themes, chosen, together, pane, refused, acts } = props;
  const t = useTranslations("desk.moderation");
  const theme = themes.find(({ id }) => id === text.themeId);
  const state = contained.length > 0 ? "merged" : isEdited(text) ? "edited" : text.state;
  const frame = chosen ? "border-accent outline outline-accent" : "border-line";
  return (
    <article
      data-text={text.id}
      tabIndex={-1}
      aria-labelledby={`${text.id}-words`}
      aria-describedby={`${text.id}-state`}
      className={`flex scroll-my-32 flex-col gap-3 rounded-md border bg-card p-4 focus:border-accent ${frame}`}
    >
      <p id={`${text.id}-state`} className="flex flex-wrap justify-between gap-3 text-sm text-muted">
        <span className="font-sans">
          {t(takesTheme(text) ? "kind.answer" : "kind.rationale")}
          {theme ? `: ${theme.name}` : ""}
          {text.showFirst ? `, ${t("shown-first")}` : ""}
          {chosen ? `, ${t("is-chosen")}` : ""}
        </span>
        <Status tone={TONES[text.state]}>
          {t(`state.${text.state === "held-back" ? "held-back" : state}`)}
        </Status>
      </p>
      <blockquote id={`${text.id}-words`} className="whitespace-pre-line [overflow-wrap:anywhere]">
        {text.released ?? text.text}
      </blockquote>
      {text.marks.length > 0 ? (
        <p className="figures font-sans text-sm text-muted">
          {text.marks
            .map(({ round, n }) => t(n === null ? "marks.few" : "marks.count", { round, n: n ?? 0 }))
            .join(" ")}
        </p>
      ) : null}
      {text.heldReason ? (
        <p className="font-sans text-sm text-muted">{t("held-because", { reason: text.heldReason })}</p>
      ) : null}
      {isEdited(text) || contained.length > 0 ? (
        <Disclosure
          quiet
          summary={<span className="text-sm">{t("original", { count: contained.length + 1 })}</span>}
        >
          {[text, ...contained].map((one) => (
            <blockquote
              key={one.id}
              className="mb-2 border-l-2 border-line pl-3 text-base whitespace-pre-line text-muted [overflow-wrap:anywhere]"
            >
              {one.text}
            </blockquote>
          ))}
        </Disclosure>
      ) : null}
      {refused ? (
        <Notice kind="caution" live title={refused.message || t("lost")}>
          {refused.typed ? <p className="text-sm">{t("typed", { words: refused.typed })}</p> : null}
        </Notice>
      ) : null}
      {pane === "edit" ? <EditPane text={text} typed={refused?.typed ?? null} acts={acts} /> : null}
      {pane === "hold-back" ? <HoldPane text={text} acts={acts} /> : null}
      {pane === "theme" ? <ThemePane texts={together} themes={themes} acts={acts} /> : null}
      {pane === "edit" || pane === "hold-back" || pane === "theme" ? null : (
        <CardButtons text={text} chosen={chosen} acts={acts} />
      )}
    </article>
  );
}
