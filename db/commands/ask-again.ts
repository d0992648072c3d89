import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { SeriesTerms } from "@/delphi/series";
import { StudyContent, StudySlug } from "@/delphi/study";
import { lockedDeskAs } from "../access/desk";
import { carryPanel } from "../carry-panel";
import { designOf } from "../design";
import { latestEdition } from "../letter-words";
import { makeSeries } from "../make-series";
import { makeStudy } from "../make-study";
import { command } from "../run";
import { wave } from "../schema/series";
import { study } from "../schema/study";
import { lockSeries, seriesOf } from "../waves";

/**
 * Makes the next wave of a published study: a draft with its items, scales and protocol, and with the people of its
 * panel that are chosen, who are invited anew. A study that is in no series yet begins one.
 */
export const askAgain = command({
  name: "ask-again",
  input: z.strictObject({
    study: z.string(),
    title: StudyContent.shape.title,
    slug: StudySlug,
    panel: z.enum(["roll", "agreed", "nobody"]),
    /** Left out where the study is in a series already. */
    series: SeriesTerms.optional(),
  }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { title, slug, panel, series: terms }, now) => {
    if ((await latestEdition(tx, desk.studyId)) === null) return refused("nothing-to-ask-again");
    const [row] = await tx.select({ at: study.severedAt }).from(study).where(eq(study.id, desk.studyId));
    if (panel === "roll" && row!.at !== null) return refused("roll-deleted");
    const known = await seriesOf(tx, desk.studyId);
    if (known?.removed) return refused("taken-out-of-series");
    if (!known && !terms) return refused("needs-series");
    const seriesId = known?.id ?? (await makeSeries(tx, desk.studyId, terms!, now));
    if (seriesId === null) return refused("series-address-taken", { slug: terms!.slug });
    await lockSeries(tx, seriesId);
    const design = await designOf(tx, desk.studyId);
    const { simulated, facilitatorId } = desk;
    const made = await makeStudy(tx, {
      design: { ...design, slug, content: { ...design.content, title } },
      simulated,
      announced: false,
      facilitatorId,
      now,
    });
    if (made === null) return refused("address-taken", { slug });
    await tx.insert(wave).values({ studyId: made, seriesId });
    const anonymity = simulated ? "sealed" : desk.protocol.anonymity;
    return done({ study: slug, people: await carryPanel(tx, desk.studyId, made, panel, anonymity) });
  },
  tells: ({ study }) => study,
});
