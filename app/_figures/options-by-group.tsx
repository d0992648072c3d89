import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import { readFigures, readWithheld } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import type { Stratum } from "@/delphi/protocol";
import { ratedParts } from "@/delphi/rated-parts";
import { isChosenScale } from "@/delphi/scale";
import { Disclosure } from "@/ui/disclosure";
import { Table } from "@/ui/table";
import { OptionShare, OptionStrip } from "./option-picture";

export type Grouped = {
  readonly item: Item;
  readonly figures: readonly Figure[];
  readonly strata: readonly Stratum[];
  readonly minimumGroup: number;
};

/** Of each option how the declared groups answered, below each other under the whole panel, so that they can be compared. */
export async function OptionsByGroup({ item, figures, strata, minimumGroup }: Grouped) {
  const t = await getTranslations("shared.choices");
  if (strata.length < 2) return null;
  const groups = [{ id: null, title: t("panel") }, ...strata];
  const of = (part: Part) => (
    <ul className="space-y-2 font-sans text-sm">
      {groups.map(({ id, title }) => (
        <li key={id ?? "panel"} className="grid items-baseline gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <span className={`[overflow-wrap:anywhere] ${id === null ? "font-medium" : ""}`}>{title}</span>
          <span>
            <Group part={part} figure={figureOf(figures, item.id, part.id, id)} minimumGroup={minimumGroup} />
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Disclosure quiet summary={<span className="text-sm">{t("groups")}</span>}>
      <Table
        caption={t("groups")}
        captionHidden
        columns={[
          { key: "option", label: t("option") },
          { key: "groups", label: t("groups") },
        ]}
        rows={ratedParts(item).map((part) => ({
          key: part.id,
          cells: { option: part.question, groups: of(part) },
        }))}
      />
    </Disclosure>
  );
}

type GroupProps = { part: Part; figure: Figure | undefined; minimumGroup: number };

/** What one group answered to an option, drawn as the panel's answer is, or why it is not shown. */
async function Group({ part, figure, minimumGroup }: GroupProps) {
  const say = await sayer();
  if (!figure) return null;
  if (figure.withheld !== null)
    return <i className="text-muted">{say(readWithheld(figure.withheld, minimumGroup))}</i>;
  if (isChosenScale(part.scale)) return <OptionShare figure={figure} />;
  return (
    <span className="flex flex-wrap items-start gap-x-4">
      <OptionStrip part={part} figure={figure} />
      <span className="text-muted">{say(readFigures(part, figure))}</span>
    </span>
  );
}
