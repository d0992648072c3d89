import { getTranslations } from "next-intl/server";
import { Banner } from "@/ui/banner";
import { SimulatedMark } from "@/ui/simulated-mark";

/** Above every page of a study whose panel is simulated. */
export async function SimulatedStrip() {
  const text = await getTranslations("shared.simulated");
  return (
    <Banner kind="caution" label={text("mark")}>
      <SimulatedMark>{text("mark")}</SimulatedMark>
      <p>{text("sentence")}</p>
    </Banner>
  );
}
