import { getTranslations } from "next-intl/server";
import { DemoStrip } from "@/ui/demo-strip";

/** Above every page for readers and experts of a demonstration. */
export async function DemoBanner() {
  const text = await getTranslations("public.demo");
  return <DemoStrip label={text("label")} text={text("banner")} />;
}
