import { getTranslations } from "next-intl/server";
import type { Phase } from "@/delphi/study";
import { Status, type StatusTone } from "@/ui/status";

const TONES: Readonly<Record<Phase, StatusTone>> = {
  draft: "waiting",
  open: "current",
  between: "waiting",
  concluded: "done",
  cancelled: "done",
};

/** Where a study stands, in words with a dot. */
export async function PhaseStatus({ phase, round }: { phase: Phase; round: number }) {
  const t = await getTranslations("desk.phase");
  return <Status tone={TONES[phase]}>{t(phase, { round })}</Status>;
}
