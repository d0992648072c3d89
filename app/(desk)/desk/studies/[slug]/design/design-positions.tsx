import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Position } from "@/delphi/position";
import { pointLabel } from "@/delphi/scale";
import { ButtonLink } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Confirm } from "../../../_parts/confirm";
import { mayEdit } from "./may-edit";
import { removePositionAction } from "./position-actions";

/** The published positions with author, affiliation and source, and our reading of each. */
export async function DesignPositions({ study }: { study: DeskStudy }) {
  if (study.positions.length === 0 && !mayEdit(study)) return null;
  const t = await getTranslations("desk.design.positions");
  const base = `/desk/studies/${study.slug}/design/positions` as const;
  return (
    <section className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h3 className="text-xl">{t("title", { positions: study.positions.length })}</h3>
        {mayEdit(study) && study.sources.length > 0 ? (
          <ButtonLink href={`${base}/new`} look="secondary">
            {t("add")}
          </ButtonLink>
        ) : null}
      </div>
      <p className="max-w-measure text-base">{t(study.sources.length > 0 ? "how" : "needs-source")}</p>
      <div>
        {study.positions.map((position) => (
          <Disclosure
            key={position.id}
            summary={`${position.author}${position.affiliation ? `, ${position.affiliation}` : ""}`}
          >
            <PositionText study={study} position={position} />
            {mayEdit(study) ? (
              <div className="mt-3 flex flex-wrap items-center gap-2">
                <Link
                  className="link target inline-flex items-center px-3 font-sans text-base"
                  href={`${base}/${position.id}`}
                >
                  {t("edit")}
                </Link>
                <Confirm
                  action={removePositionAction}
                  hidden={{ study: study.slug, version: study.version, position: position.id }}
                  look="quiet"
                  grave
                  open={t("remove.open")}
                  title={t("remove.title", { author: position.author })}
                  what={t("remove.what")}
                  confirm={t("remove.confirm")}
                  cancel={t("remove.cancel")}
                />
              </div>
            ) : null}
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

async function PositionText({ study, position }: { study: DeskStudy; position: Position }) {
  const t = await getTranslations("desk.design.positions");
  const titles = (ids: readonly string[]) =>
    ids.map((id) => study.items.find((item) => item.id === id)?.title ?? id).join("; ");
  const scale = study.items.find((item) => item.kind === "stance")?.parts[0]?.scale;
  const source = study.sources.find((one) => one.id === position.source);
  return (
    <div className="max-w-measure space-y-2">
      <p>{position.summary}</p>
      <ul className="font-sans text-sm text-muted">
        <li>{t("source", { source: source?.title ?? position.source })}</li>
        {position.stance !== null && scale ? (
          <li>{t("stance", { label: pointLabel(scale, position.stance) })}</li>
        ) : null}
        {position.for.length > 0 ? <li>{t("for", { items: titles(position.for) })}</li> : null}
        {position.against.length > 0 ? <li>{t("against", { items: titles(position.against) })}</li> : null}
      </ul>
    </div>
  );
}
