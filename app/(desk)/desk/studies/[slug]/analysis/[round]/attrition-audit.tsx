import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { verdictsThatFlip } from "@/delphi/attrition";
import type { PartAudit } from "@/delphi/attrition-part";
import { readAttrition } from "@/delphi/attrition-reading";
import { numberText } from "@/delphi/reading";
import { Disclosure } from "@/ui/disclosure";
import { Table } from "@/ui/table";

const CASES = ["verdict", "completers", "carriedForward", "best", "worst"] as const;

/** Who left since the round before, whether they stood elsewhere, and which verdicts depend on them. */
export async function AttritionAudit({ analysis }: { analysis: RoundAnalysis }) {
  const t = await getTranslations("desk.analysis.attrition");
  const say = await sayer();
  const { attrition } = analysis.snapshot;
  if (!attrition) return null;
  const { distance, groups } = attrition;
  const flips = verdictsThatFlip(attrition);
  const titleOf = (id: string) => analysis.items.find((item) => item.id === id)?.title ?? id;
  const strataOf = (id: string) => analysis.protocol.strata.find((one) => one.id === id)?.title ?? id;
  const word = (audit: PartAudit, which: (typeof CASES)[number]) => {
    const { met, notTold } = audit[which];
    return t(notTold !== null ? "not-told" : met === null ? "none" : met ? "agreed" : "not-agreed");
  };
  return (
    <section className="space-y-3">
      <h3 className="text-xl">{t("title")}</h3>
      <p className="max-w-measure">{say(readAttrition(attrition))}.</p>
      <ul className="max-w-measure list-disc space-y-1 pl-5 font-sans text-sm text-muted">
        {distance ? (
          <li>
            {t("distance", { left: numberText(distance.left, 1), stayed: numberText(distance.stayed, 1) })}
          </li>
        ) : null}
        {groups.map((group) => (
          <li key={group.stratum}>
            {group.before === null || group.left === null
              ? t("group-small", { group: strataOf(group.stratum) })
              : t("group", { group: strataOf(group.stratum), left: group.left, before: group.before })}
          </li>
        ))}
      </ul>
      {flips.length > 0 ? (
        <Disclosure quiet summary={t("which", { count: flips.length })}>
          <Table
            caption={t("caption")}
            columns={[
              { key: "item", label: t("item") },
              ...CASES.map((one) => ({ key: one, label: t(`case.${one}`) })),
            ]}
            rows={flips.map((audit) => ({
              key: `${audit.item}/${audit.part}`,
              cells: {
                item: `${titleOf(audit.item)} · ${audit.part}`,
                ...Object.fromEntries(CASES.map((one) => [one, word(audit, one)])),
              },
            }))}
          />
        </Disclosure>
      ) : null}
    </section>
  );
}
