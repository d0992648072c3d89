import { getTranslations } from "next-intl/server";
import type { Roll } from "@/db/queries/roll";

/** Who agreed to be named, and who may be asked again. Nothing else about them is known here. */
export async function Agreements({ agreements }: Pick<Roll, "agreements">) {
  const t = await getTranslations("desk.panel.agreements");
  if (agreements.length === 0) return null;
  const of = (to: string) => agreements.filter((one) => one.to === to);
  return (
    <section className="max-w-measure space-y-3">
      <h3 className="text-xl">{t("title")}</h3>
      {of("be-named").length > 0 ? (
        <p>
          {t("named", {
            names: of("be-named")
              .map(({ name }) => name)
              .join("; "),
          })}
        </p>
      ) : null}
      {of("be-asked-again").length > 0 ? (
        <p className="[overflow-wrap:anywhere]">
          {t("asked", {
            addresses: of("be-asked-again")
              .map(({ address }) => address)
              .join(", "),
          })}
        </p>
      ) : null}
    </section>
  );
}
