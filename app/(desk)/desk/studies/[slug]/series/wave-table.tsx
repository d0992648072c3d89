import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskWave } from "@/db/queries/desk-series";
import type { DeskStudy } from "@/db/queries/desk-study";
import { sharePercent } from "@/delphi/series";
import { SimulatedMark } from "@/ui/simulated-mark";
import { Table } from "@/ui/table";
import { Confirm } from "../../../_parts/confirm";
import { undoAskAgainAction } from "./actions";

/** The waves in their order: when they were asked, what was changed in them, and how much of the panel is the same. */
export async function WaveTable({ study, waves }: { study: DeskStudy; waves: readonly DeskWave[] }) {
  const t = await getTranslations("desk.series.waves");
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        { key: "wave", label: t("column.wave") },
        { key: "opened", label: t("column.opened") },
        { key: "items", label: t("column.items") },
        { key: "panel", label: t("column.panel") },
        { key: "acts", label: t("column.acts"), labelHidden: true },
      ]}
      rows={
        await Promise.all(waves.map(async (wave) => ({ key: wave.slug, cells: await cellsOf(study, wave) })))
      }
    />
  );
}

async function cellsOf(study: DeskStudy, wave: DeskWave) {
  const t = await getTranslations("desk.series.waves");
  const { day } = await dates();
  const { slug, title, number, own, atDesk, openedAt, published, removed, continuity } = wave;
  const simulated = await getTranslations("desk.study");
  return {
    wave: (
      <span className="[overflow-wrap:anywhere]">
        {number === null ? null : <span className="block text-sm text-muted">{t("number", { number })}</span>}
        {atDesk && !own ? (
          <Link href={`/desk/studies/${slug}/series`} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
        {own ? <span className="font-normal text-muted"> {t("own")}</span> : null}
        {wave.simulated ? (
          <span className="block pt-1">
            <SimulatedMark>{simulated("simulated")}</SimulatedMark>
          </span>
        ) : null}
      </span>
    ),
    opened: (
      <span>
        {openedAt ? day(openedAt) : t("draft")}
        <span className="block text-sm text-muted">
          {removed ? t("removed", { date: day(removed.on), reason: removed.reason }) : null}
          {!removed && openedAt ? t(published ? "published" : "unpublished") : null}
        </span>
      </span>
    ),
    items: <Since wave={wave} />,
    panel: continuity ? (
      <span>
        {t(continuity.atLeast ? "same-at-least" : "same", {
          same: continuity.same,
          people: continuity.people,
        })}
        <span className="block text-sm text-muted">
          {t("percent", { percent: sharePercent(continuity) })}
        </span>
      </span>
    ) : (
      "–"
    ),
    acts:
      wave.owned && !own && !openedAt ? (
        <Confirm
          action={undoAskAgainAction}
          hidden={{ study: study.slug, wave: slug }}
          look="quiet"
          open={t("undo.open")}
          title={t("undo.title", { title })}
          what={t("undo.what")}
          confirm={t("undo.open")}
          cancel={t("undo.cancel")}
        />
      ) : null,
  };
}

async function Since({ wave: { since } }: { wave: DeskWave }) {
  const t = await getTranslations("desk.series.waves");
  if (!since) return "–";
  const kinds = (["reworded", "added", "left"] as const).filter((kind) => since[kind].length > 0);
  if (kinds.length === 0) return t("unchanged");
  return (
    <ul className="space-y-1">
      {kinds.map((kind) => (
        <li key={kind} className="[overflow-wrap:anywhere]">
          {t(kind, { count: since[kind].length, titles: since[kind].map(({ title }) => title).join("; ") })}
        </li>
      ))}
    </ul>
  );
}
