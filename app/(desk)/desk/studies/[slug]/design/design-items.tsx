import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { askedItems } from "@/db/queries/asked-items";
import type { DeskStudy } from "@/db/queries/desk-study";
import { quantityOf } from "@/delphi/estimate";
import { hasOptions, type Item, isAnsweredAsOne, type Part } from "@/delphi/item";
import { WRITTEN_KINDS } from "@/delphi/item-kind";
import { quantityText } from "@/delphi/quantity";
import { groupsOf } from "@/delphi/questionnaire";
import { ratedParts } from "@/delphi/rated-parts";
import { isQuantity, type QuantityScale, scaleBounds } from "@/delphi/scale";
import { ButtonLink } from "@/ui/button";
import { ActionForm } from "../../../_parts/action-form";
import { Confirm } from "../../../_parts/confirm";
import { deskData } from "../../../_parts/desk-data";
import { Submit } from "../../../_parts/form-fields";
import { moveItemAction, orderItemsAction, removeItemAction } from "./item-actions";
import { mayCorrect, mayEdit } from "./may-edit";
import { PasteOptions } from "./paste-options";
import { SortableList } from "./sortable-list";

/** The items as they stand in the questionnaire, each with its parts and where it comes from. */
export async function DesignItems({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.items");
  const asked = mayCorrect(study)
    ? await deskData((actor) => askedItems(actor, { study: study.slug, round: study.rounds.length }))
    : [];
  const correctable = new Set(asked.map(({ id }) => id));
  return (
    <section className="space-y-8">
      <div className="space-y-3 border-b border-line pb-3">
        <h3 className="text-xl">{t("title", { items: study.items.length })}</h3>
        {mayEdit(study) ? (
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-sans text-base text-muted">{t("add")}</span>
            {WRITTEN_KINDS.map((kind) => (
              <ButtonLink
                key={kind}
                href={`/desk/studies/${study.slug}/design/items/new?kind=${kind}`}
                look="secondary"
              >
                {t(`kind.${kind}`)}
              </ButtonLink>
            ))}
          </div>
        ) : null}
        {mayEdit(study) ? (
          <p className="max-w-measure font-sans text-sm text-muted">
            {t("about-experts")}{" "}
            <Link className="link" href={`/desk/studies/${study.slug}/design/protocol`}>
              {t("about-experts-link")}
            </Link>
          </p>
        ) : null}
        {mayEdit(study) ? <PasteOptions study={study} /> : null}
        {mayEdit(study) && study.items.some(({ kind }) => kind === "option") ? (
          <ButtonLink href={`/desk/studies/${study.slug}/design/criteria`} look="quiet" className="-ml-4">
            {t("criteria")}
          </ButtonLink>
        ) : null}
      </div>
      {groupsOf(study.items, study.protocol.questionnaire).map((group) => (
        <div key={group.id} className="space-y-2">
          <h4 className="font-sans text-base font-medium text-muted">
            {group.planned?.title ?? t(`kinds.${group.kind}`)}
          </h4>
          <ItemList study={study} items={group.items} correctable={correctable} />
        </div>
      ))}
    </section>
  );
}

async function ItemList({
  study,
  items,
  correctable,
}: {
  study: DeskStudy;
  items: readonly Item[];
  correctable: ReadonlySet<string>;
}) {
  const t = await getTranslations("desk.design.items");
  const row = (item: Item) => <ItemRow study={study} item={item} correctable={correctable.has(item.id)} />;
  if (!mayEdit(study))
    return (
      <ol className="border-t border-line">
        {items.map((item) => (
          <li key={item.id} className="border-b border-line py-3">
            {row(item)}
          </li>
        ))}
      </ol>
    );
  return (
    <SortableList
      action={orderItemsAction}
      hidden={{ study: study.slug, version: study.version }}
      rows={items.map((item) => ({ id: item.id, title: item.title, row: row(item) }))}
      words={{
        handle: t("handle", { title: "{title}" }),
        moved: t("moved", { title: "{title}", place: "{place}", of: "{of}" }),
      }}
    />
  );
}

async function ItemRow({ study, item, correctable }: { study: DeskStudy; item: Item; correctable: boolean }) {
  const t = await getTranslations("desk.design.items");
  const sources = study.sources.filter((source) => item.sources.includes(source.id));
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
      <div className="min-w-0 max-w-measure space-y-1">
        <p className="font-semibold">{item.title}</p>
        {item.text ? <p className="text-base">{item.text}</p> : null}
        <ul className="font-sans text-sm text-muted">
          {hasOptions(item) ? <li>{t(`as-one.${item.kind}`, offeredBy(item))}</li> : null}
          {item.kind === "estimate" ? (
            <li>{t("estimate", { scale: quantityScaleText(quantityOf(item), t) })}</li>
          ) : null}
          {(isAnsweredAsOne(item) ? [] : item.parts).map((part) => (
            <li key={part.id}>{[part.question, scaleText(part, t)].filter(Boolean).join(" ")}</li>
          ))}
          {item.until ? <li>{t("until", { until: item.until })}</li> : null}
          {sources.length > 0 ? (
            <li>{t("sources", { sources: sources.map((one) => one.title).join("; ") })}</li>
          ) : null}
        </ul>
      </div>
      {correctable ? (
        <Link
          className="link target inline-flex items-center font-sans text-base"
          href={`/desk/studies/${study.slug}/design/items/${item.id}/words`}
          aria-label={t("correct-of", { title: item.title })}
        >
          {t("correct")}
        </Link>
      ) : null}
      {mayEdit(study) && item.kind !== "about" ? <ItemTools study={study} item={item} /> : null}
      {mayEdit(study) && item.kind === "about" ? (
        <p className="font-sans text-sm text-muted">{t("from-protocol")}</p>
      ) : null}
    </div>
  );
}

const offeredBy = (item: Item) => ({
  choose: item.choose ?? "one",
  total: scaleBounds(item.parts[0]!.scale)?.max ?? 0,
  options: ratedParts(item)
    .map(({ question }) => question)
    .join("; "),
});

type Translator = Awaited<ReturnType<typeof getTranslations>>;

function scaleText({ scale }: Part, t: Translator): string {
  if (scale.kind === "text") return t("scale.text", { most: scale.maxLength });
  if (isQuantity(scale)) return quantityScaleText(scale, t);
  if (scale.kind !== "ordinal") return t("scale.probability");
  const [first, last] = [scale.points[0]!, scale.points.at(-1)!];
  return t("scale.ordinal", { points: scale.points.length, first: first.label, last: last.label });
}

/** "a number in GW, whole, 0 GW to 40 GW" */
function quantityScaleText(scale: QuantityScale, t: Translator): string {
  const [min, max] = [scale.min, scale.max].map((one) => (one === null ? "" : quantityText(scale, one)));
  const what =
    scale.kind === "date"
      ? t("scale.date")
      : t("scale.number", { unit: scale.unit || "none", decimals: scale.decimals });
  const bounds = min && max ? "between" : min ? "from" : max ? "to" : null;
  return bounds ? `${what}${t(`scale.${bounds}`, { min: min!, max: max! })}` : what;
}

async function ItemTools({ study, item }: { study: DeskStudy; item: Item }) {
  const t = await getTranslations("desk.design.items");
  const about = { study: study.slug, version: study.version, item: item.id };
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Link
        className="link target inline-flex items-center px-3 font-sans text-base"
        href={`/desk/studies/${study.slug}/design/items/${item.id}`}
      >
        {t("edit")}
      </Link>
      <ActionForm action={moveItemAction} hidden={{ ...about, by: -1 }}>
        <Submit look="quiet" aria-label={t("up", { title: item.title })}>
          ↑
        </Submit>
      </ActionForm>
      <ActionForm action={moveItemAction} hidden={{ ...about, by: 1 }}>
        <Submit look="quiet" aria-label={t("down", { title: item.title })}>
          ↓
        </Submit>
      </ActionForm>
      <Confirm
        action={removeItemAction}
        hidden={about}
        look="quiet"
        grave
        open={t("remove.open")}
        title={t("remove.title", { title: item.title })}
        what={t("remove.what")}
        confirm={t("remove.confirm")}
        cancel={t("remove.cancel")}
      />
    </div>
  );
}
