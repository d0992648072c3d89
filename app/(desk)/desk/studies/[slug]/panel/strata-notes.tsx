import { getTranslations } from "next-intl/server";
import type { StratumOnRoll } from "@/db/queries/roll";
import type { Protocol } from "@/delphi/protocol";
import { Status } from "@/ui/status";

/** The groups on the roll, and which of them are too small for a figure of their own. */
export async function StrataNotes({
  strata,
  protocol,
}: {
  strata: readonly StratumOnRoll[];
  protocol: Protocol;
}) {
  const t = await getTranslations("desk.panel.strata");
  if (strata.every((one) => one.stratum === null)) return null;
  const titleOf = (id: string | null) =>
    id === null ? t("none") : (protocol.strata.find((stratum) => stratum.id === id)?.title ?? id);
  return (
    <section className="space-y-2">
      <h3 className="text-lg">{t("title")}</h3>
      <ul className="space-y-1 text-base">
        {strata.map(({ stratum, people, shown }) => (
          <li key={stratum ?? ""}>
            <Status tone={shown ? "done" : "off"}>
              {t(keyOf(shown, stratum, people < protocol.minimumGroup), {
                stratum: titleOf(stratum),
                people,
                k: protocol.minimumGroup,
              })}
            </Status>
          </li>
        ))}
      </ul>
    </section>
  );
}

function keyOf(shown: boolean, stratum: string | null, few: boolean): string {
  if (shown) return "shown";
  if (stratum === null) return "without";
  return few ? "small" : "beside";
}
