import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { PositionDisplay, usualDisplay } from "@/delphi/position";
import { FormCheck, FormSelect } from "../../../../_parts/form-fields";

/** How experts see the published positions; nothing where the study has none. */
export async function PositionFields({ study }: { study: DeskStudy }) {
  const { positions: display } = study.protocol;
  if (study.positions.length === 0 && !display) return null;
  const t = await getTranslations("desk.design.protocol.positions");
  const { names, beside } = display ?? usualDisplay;
  return (
    <>
      <FormCheck name="positionNames" label={t("names")} hint={t("names-hint")} defaultChecked={names} />
      <FormSelect name="beside" label={t("beside.label")} hint={t("beside.hint")} defaultValue={beside}>
        {PositionDisplay.shape.beside.options.map((choice) => (
          <option key={choice} value={choice}>
            {t(`beside.${choice}`)}
          </option>
        ))}
      </FormSelect>
    </>
  );
}
