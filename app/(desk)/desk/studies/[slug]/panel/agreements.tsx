import { getTranslations } from "next-intl/server";
import type { Roll } from "@/db/queries/roll";
import { ActionForm } from "../../../_parts/action-form";
import { Submit } from "../../../_parts/form-fields";
import { listNamesAction } from "./actions";

type Props = Pick<Roll, "agreements"> & { study: string };

/** Who agreed to be named, and who may be asked again. Nothing else about them is known here. */
export async function Agreements({ study, agreements }: Props) {
  const t = await getTranslations("desk.panel.agreements");
  if (agreements.length === 0) return null;
  const named = agreements.filter((one) => one.to === "be-named");
  const again = agreements.filter((one) => one.to === "be-asked-again");
  return (
    <section className="max-w-measure space-y-3">
      <h3 className="text-xl">{t("title")}</h3>
      {named.length > 0 ? <Named study={study} named={named} /> : null}
      {again.length > 0 ? (
        <p className="[overflow-wrap:anywhere]">
          {t("asked", { addresses: again.map(({ address }) => address).join(", ") })}
        </p>
      ) : null}
    </section>
  );
}

/** A name stands beside the results only after it was seen here. */
async function Named({ study, named }: { study: string; named: Roll["agreements"] }) {
  const t = await getTranslations("desk.panel.agreements");
  const [listed, waiting] = [true, false].map((state) => named.filter((one) => one.listed === state));
  const names = (all: Roll["agreements"]) => all.map(({ name }) => name).join("; ");
  return (
    <>
      {listed!.length > 0 ? <p>{t("listed", { names: names(listed!) })}</p> : null}
      {waiting!.length > 0 ? <p>{t("named", { names: names(waiting!) })}</p> : null}
      <p className="text-base text-muted">{t("how")}</p>
      <div className="flex flex-wrap gap-3">
        {waiting!.length > 0 ? (
          <ActionForm action={listNamesAction} hidden={{ study, listed: "yes" }}>
            <Submit look="secondary">{t("list", { names: named.length })}</Submit>
          </ActionForm>
        ) : null}
        {listed!.length > 0 ? (
          <ActionForm action={listNamesAction} hidden={{ study, listed: "no" }}>
            <Submit look="quiet">{t("unlist")}</Submit>
          </ActionForm>
        ) : null}
      </div>
    </>
  );
}
