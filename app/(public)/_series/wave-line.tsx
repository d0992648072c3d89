import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { type WaveOf, waveOf } from "@/db/queries/series";
import { NotFound } from "@/db/run";

/** Where readers find a study in a series; null where they find it in none. */
export async function publicWave(study: string): Promise<WaveOf | null> {
  try {
    return await waveOf(visitor, { study });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** "Wave 2 of 3 of the series …", with the way there; nothing for a study that is in none. */
export async function WaveLine({ study }: { study: string }) {
  const wave = await publicWave(study);
  if (!wave) return null;
  const text = await getTranslations("public.series");
  return (
    <p className="mt-4 font-sans text-base text-muted">
      {wave.of === 1 ? text("of-one") : text("of", wave)}{" "}
      <a href={`/series/${wave.series}`} className="link">
        {wave.name}
      </a>
    </p>
  );
}
