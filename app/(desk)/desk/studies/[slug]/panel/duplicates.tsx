import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Roll } from "@/db/queries/roll";
import { Confirm } from "../../../_parts/confirm";
import { mergeAction } from "./actions";

/** Lines that may be one person twice. A suggestion: somebody who knows them decides. */
export async function Duplicates({ study, roll }: { study: string; roll: Roll }) {
  const t = await getTranslations("desk.panel.duplicates");
  if (roll.duplicates.length === 0) return null;
  return (
    <section className="space-y-3">
      <h3 className="text-lg">{t("title")}</h3>
      <p className="max-w-measure text-base">{t(roll.openRound === null ? "how" : "later")}</p>
      <ul className="space-y-3 text-base">
        {roll.duplicates.map((group) => (
          <li
            key={group.map(({ id }) => id).join()}
            className="rounded-md border border-line bg-card px-4 py-3"
          >
            <ul className="space-y-1">
              {group.map(({ id, name, address }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
                  <Link className="link [overflow-wrap:anywhere]" href={`/desk/studies/${study}/panel/${id}`}>
                    {name ? t("line", { name, address }) : address}
                  </Link>
                  {roll.openRound === null
                    ? group
                        .filter((other) => other.id !== id)
                        .map((other) => (
                          <Confirm
                            key={other.id}
                            action={mergeAction}
                            hidden={{ study, keep: id, drop: other.id }}
                            look="quiet"
                            grave
                            open={t("open", { address: other.address })}
                            title={t("ask", { keep: address, drop: other.address })}
                            what={t("what", { keep: address, drop: other.address })}
                            confirm={t("confirm")}
                            cancel={t("cancel")}
                          />
                        ))
                    : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
