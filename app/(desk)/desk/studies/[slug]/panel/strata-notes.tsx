import { getTranslations } from "next-intl/server";
import type { StratumOnRoll } from "@/db/queries/roll";
import type { Protocol } from "@/delphi/protocol";
import { Disclosure } from "@/ui/disclosure";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { ActionForm } from "../../../_parts/action-form";
import { FormText, Submit } from "../../../_parts/form-fields";
import { targetsAction } from "./actions";

type Props = { study: string; strata: readonly StratumOnRoll[]; protocol: Protocol };

/** The groups on the roll: how many of those wanted are there, and which are too small for a figure of their own. */
export async function StrataNotes({ study, strata, protocol }: Props) {
  const t = await getTranslations("desk.panel.strata");
  if (strata.every((one) => one.stratum === null)) return null;
  const titleOf = (id: string | null) =>
    id === null ? t("none") : (protocol.strata.find((stratum) => stratum.id === id)?.title ?? id);
  const k = protocol.minimumGroup;
  const aimed = strata.some(({ target }) => target !== null);
  return (
    <section className="space-y-4">
      <h3 className="text-lg">{t("title")}</h3>
      <Table
        caption={t("caption")}
        captionHidden
        columns={[
          { key: "group", label: t("column.group") },
          { key: "people", label: t("column.people"), numeric: true },
          ...(aimed ? [{ key: "target", label: t("column.target") }] : []),
          { key: "figures", label: t("column.figures") },
        ]}
        rows={strata.map((one) => ({
          key: one.stratum ?? "",
          cells: {
            group: <span className="[overflow-wrap:anywhere]">{titleOf(one.stratum)}</span>,
            people: one.people,
            target: <Coverage {...one} />,
            figures: t(keyOf(one, k), { k }),
          },
        }))}
      />
      <Disclosure summary={t(aimed ? "change-targets" : "set-targets")}>
        <ActionForm action={targetsAction} hidden={{ study }} className="max-w-measure space-y-5">
          <p className="text-base">{t("targets-how")}</p>
          {protocol.strata.map(({ id, title }) => (
            <FormText
              key={id}
              name={`target ${id}`}
              label={title}
              inputMode="numeric"
              className="max-w-32"
              defaultValue={strata.find(({ stratum }) => stratum === id)?.target ?? ""}
            />
          ))}
          <Submit look="secondary">{t("save-targets")}</Submit>
        </ActionForm>
      </Disclosure>
    </section>
  );
}

/** Whoever declined or is paused does not cover anything. */
async function Coverage({ taking, target }: StratumOnRoll) {
  const t = await getTranslations("desk.panel.strata");
  if (target === null) return "–";
  return (
    <Status tone={taking >= target ? "done" : "waiting"}>
      {t(taking >= target ? "covered" : "missing", { taking, target, missing: target - taking })}
    </Status>
  );
}

function keyOf({ shown, stratum, people }: StratumOnRoll, k: number): string {
  if (shown) return "figures.shown";
  if (stratum === null) return "figures.without";
  return people < k ? "figures.small" : "figures.beside";
}
