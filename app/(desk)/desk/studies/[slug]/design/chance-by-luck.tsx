import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { canonical } from "@/delphi/canonical";
import { chanceOfConsensus } from "@/delphi/chance";
import { presetOf } from "@/delphi/definitions/library";
import { ratedParts } from "@/delphi/item";
import { ITEM_KINDS } from "@/delphi/item-kind";
import { numberText } from "@/delphi/reading";
import type { Rule } from "@/delphi/rule";
import { isQuantity, type Scale } from "@/delphi/scale";
import { Disclosure } from "@/ui/disclosure";
import { Table } from "@/ui/table";
import { progressOf } from "../../../_parts/desk-data";

const SIZES = [8, 16, 24];

/**
 * How often each rule of agreement would be met if the experts answered at random: what a rule says of a panel that
 * has no view at all. Simulated, and marked so.
 */
export async function ChanceByLuck({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.luck");
  const { people } = await progressOf(study.slug);
  const sizes = [...new Set(people > 0 ? [...SIZES, Math.min(people, 60)] : SIZES)].sort((a, b) => a - b);
  const rules = ITEM_KINDS.flatMap((kind) => {
    const rule = study.protocol.rules[kind]?.consensus;
    const item = study.items.find((one) => one.kind === kind);
    const part = item && ratedParts(item)[0];
    // A rule about the order of all items says nothing about one.
    const overSet = rule && part && presetOf(rule, "consensus", [part.scale])?.preset.over === "set";
    // At random there are no intervals that could hold anything.
    return rule && part && !overSet && !isQuantity(part.scale) ? [{ kind, rule, scale: part.scale }] : [];
  });
  if (rules.length === 0) return null;
  return (
    <Disclosure quiet summary={t("title")}>
      <p className="mb-3 max-w-measure text-base text-muted">{t("how")}</p>
      <Table
        caption={t("title")}
        captionHidden
        columns={[
          { key: "kind", label: t("kind") },
          ...sizes.map((size) => ({ key: String(size), label: t("size", { size }), numeric: true })),
        ]}
        rows={rules.map(({ kind, rule, scale }) => ({
          key: kind,
          cells: {
            kind: t(`kinds.${kind}`),
            ...Object.fromEntries(
              sizes.map((size) => [
                String(size),
                t("chance", {
                  none: numberText(chance(rule, scale, size, 0), 1),
                  lean: numberText(chance(rule, scale, size, 0.5), 1),
                }),
              ]),
            ),
          },
        }))}
      />
    </Disclosure>
  );
}

const known = new Map<string, number>();

/** The same rule has the same chance: drawn once in this process. */
function chance(rule: Rule, scale: Scale, experts: number, lean: number): number {
  const key = canonical([rule, scale, experts, lean]);
  const percent = known.get(key) ?? chanceOfConsensus(rule, scale, experts, lean).percent;
  if (known.size > 500) known.clear();
  known.set(key, percent);
  return percent;
}
