import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { SeriesTerms } from "@/delphi/series";
import { lockedDeskAs } from "../access/desk";
import { makeSeries } from "../make-series";
import { command } from "../run";
import { seriesOf } from "../waves";

/** Begins a series with this study, so that another one can be set beside it. */
export const beginSeries = command({
  name: "begin-series",
  input: z.strictObject({ study: z.string(), series: SeriesTerms }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { series: terms }, now) => {
    if (await seriesOf(tx, desk.studyId)) return refused("already-in-series");
    const made = await makeSeries(tx, desk.studyId, terms, now);
    return made ? done({}) : refused("series-address-taken", { slug: terms.slug });
  },
  tells: (_value, { series }) => series.slug,
});
