import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { verdictsThatFlip } from "@/delphi/attrition";
import { readAttrition, readDistance, readMovedGroups } from "@/delphi/attrition-reading";
import type { Edition } from "@/delphi/publication";
import { Disclosure } from "@/ui/disclosure";
import { Table } from "@/ui/table";
import { casesTable } from "./attrition-cases";

/** Round by round who did not answer again, and which verdicts depend on it; nothing where one round is published. */
export async function Attrition({ edition }: { edition: Edition }) {
  const audits = edition.rounds.flatMap((round) => round.attrition ?? []);
  if (audits.length === 0) return null;
  const t = await getTranslations("shared.attrition");
  const say = await sayer();
  const k = edition.protocol.minimumGroup;
  return (
    <section id="attrition" className="mt-10 space-y-3">
      <h3 className="text-xl">{t("title")}</h3>
      {
        await Promise.all(
          audits.map(async (audit) => {
            const flipping = verdictsThatFlip(audit);
            return (
              <div key={audit.round} className="space-y-2">
                <p className="max-w-measure">
                  {say(readAttrition(audit))}.{audit.distance ? ` ${say(readDistance(audit, k))}.` : ""}
                  {readMovedGroups(audit, edition.protocol).map((one) => ` ${say(one)}.`)}
                </p>
                {flipping.length > 0 ? (
                  <Disclosure quiet summary={t("verdicts")}>
                    <p className="mb-3 max-w-measure text-base text-muted">
                      {[...new Set(flipping.map((part) => part.assuming))].map((one) => t(one)).join(" ")}
                    </p>
                    <Table
                      caption={t("caption", { round: audit.round })}
                      captionHidden
                      {...(await casesTable(edition.items, flipping, k))}
                    />
                  </Disclosure>
                ) : null}
              </div>
            );
          }),
        )
      }
    </section>
  );
}
