import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { StudyPage } from "@/db/queries/study-page";
import { type Item, isAnsweredAsOne, type Part, ratedParts } from "@/delphi/item";
import { ITEM_KINDS, type ItemKind } from "@/delphi/item-kind";
import { minutesFor } from "@/delphi/questionnaire";
import { Disclosure } from "@/ui/disclosure";
import { Section } from "../../../_frame/article";

/** Everything that is asked, in the order of the questionnaire, with its scales and where it comes from. */
export async function Items({ study }: { study: StudyPage }) {
  const text = await getTranslations("public.study");
  const groups = ITEM_KINDS.map((kind) => ({
    kind,
    items: study.items.filter((item) => item.kind === kind),
  }));
  return (
    <Section id="items" title={text("items")} note={<Sources study={study} />}>
      <p>{text("items-lead", { minutes: minutesFor(study.items) })}</p>
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ kind, items }) => (
          <ItemGroup key={kind} kind={kind} items={items} />
        ))}
    </Section>
  );
}

async function ItemGroup({ kind, items }: { kind: ItemKind; items: readonly Item[] }) {
  const text = await getTranslations("public.study");
  const { written } = await dates();
  const parts = ratedParts(items[0]!);
  return (
    <div className="pt-4">
      <h3>{text(`kind.${kind}`, { count: items.length })}</h3>
      {items.length > 1 && parts.length > 0 && !isAnsweredAsOne(items[0]!) ? (
        <Criteria parts={parts} />
      ) : null}
      <ol className="mt-3 space-y-4">
        {items.map((item, at) => (
          <li key={item.id} className="flex gap-3">
            {items.length > 1 ? (
              <span aria-hidden="true" className="figures w-6 shrink-0 pt-1 font-sans text-sm text-muted">
                {at + 1}
              </span>
            ) : null}
            <div className="min-w-0">
              <p className={item.text ? "font-semibold" : ""}>{item.title}</p>
              {item.text ? <p className="text-base text-muted">{item.text}</p> : null}
              {item.until ? (
                <p className="mt-1 font-sans text-sm text-muted">
                  {text("until", { until: written(item.until), resolves: item.resolvesIf ?? "" })}
                </p>
              ) : null}
              {isAnsweredAsOne(item) ? <Offered item={item} /> : null}
              {items.length === 1 && !isAnsweredAsOne(item) ? <Points parts={parts} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What every item of a group is rated on. */
async function Criteria({ parts }: { parts: readonly Part[] }) {
  const text = await getTranslations("public.study");
  return (
    <ul className="mt-2 space-y-1 text-base">
      {parts.map(({ id, question, scale }) => (
        <li key={id}>
          {scale.kind === "ordinal"
            ? text("criterion", {
                question,
                low: scale.points[0]!.label,
                high: scale.points.at(-1)!.label,
              })
            : text("probability", { question })}
        </li>
      ))}
    </ul>
  );
}

/** What is offered in one question, of which an answer takes some. */
const Offered = ({ item }: { item: Item }) => (
  <ul className="mt-2 list-disc space-y-1 pl-5 font-sans text-base">
    {ratedParts(item).map(({ id, question }) => (
      <li key={id}>{question}</li>
    ))}
  </ul>
);

/** The points of a single question's scale. */
const Points = ({ parts }: { parts: readonly Part[] }) =>
  parts.map(({ id, scale }) =>
    scale.kind === "ordinal" ? (
      <ol key={id} className="figures mt-2 space-y-1 font-sans text-base">
        {scale.points.map((point) => (
          <li key={point.value} className="flex gap-3">
            <span className="text-muted">{point.value}</span>
            {point.label}
          </li>
        ))}
      </ol>
    ) : null,
  );

async function Sources({ study }: { study: StudyPage }) {
  if (study.sources.length === 0) return null;
  const text = await getTranslations("public.study");
  const { written } = await dates();
  return (
    <Disclosure quiet summary={<span className="text-sm">{text("sources-title")}</span>}>
      <ul className="space-y-2">
        {study.sources.map((source) => (
          <li key={source.id}>
            {text("position-source", { ...source, published: written(source.published) })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
