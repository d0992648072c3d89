import { getTranslations } from "next-intl/server";
import { importedSentence } from "@/app/_server/imported";
import type { importedIn } from "@/delphi/imported";
import { Banner } from "@/ui/banner";
import { ImportedMark } from "@/ui/imported-mark";

/** Above every page that shows something of rounds that were run elsewhere. */
export async function ImportedStrip({ imported }: { imported: ReturnType<typeof importedIn> }) {
  if (!imported) return null;
  const text = await getTranslations("shared.imported");
  return (
    <Banner label={text("mark")}>
      <ImportedMark>{text("mark")}</ImportedMark>
      <p>{await importedSentence(imported)}</p>
    </Banner>
  );
}
