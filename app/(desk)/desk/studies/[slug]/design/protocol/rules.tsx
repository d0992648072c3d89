import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { ItemKind } from "@/delphi/item-kind";
import { DECIDED, ruleChoice } from "./rule-choices";
import { RuleFields } from "./rule-fields";

/** Kinds that most studies have; the rules of any other are asked for when there is such an item. */
const FIRST: readonly ItemKind[] = ["stance", "option", "scenario"];

/** For each kind of item that is decided: what counts as agreement, and what as steady. */
export async function Rules({ study: { protocol, items } }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.protocol");
  const texts = {
    none: t("no-rule"),
    own: t("own-rule"),
    source: t("source"),
    thresholds: t.raw("threshold") as Record<string, string>,
  };
  const kinds = DECIDED.filter(
    (kind) => FIRST.includes(kind) || protocol.rules[kind] || items.some((item) => item.kind === kind),
  );
  return kinds.map((kind) => (
    <fieldset key={kind} className="space-y-6">
      <legend className="mb-3 text-lg">{t(`rules-of.${kind}`)}</legend>
      {(["consensus", "stability"] as const).map((about) => (
        <RuleFields
          key={about}
          name={`${kind}.${about}`}
          choice={ruleChoice(protocol, items, kind, about)}
          texts={{ ...texts, label: t(`rule-about.${about}`) }}
        />
      ))}
    </fieldset>
  ));
}
