import { system } from "@/db/actor";
import { noteTrouble } from "@/db/commands/note-trouble";
import { openScheduledRound } from "@/db/commands/open-scheduled-round";
import { dueOpenings } from "@/db/queries/due-openings";
import { eachStudy } from "./each-study";

/** Opens the rounds whose time has come. What has become impossible meanwhile is told to the study's owners. */
export async function openDueRounds(): Promise<void> {
  await eachStudy(await dueOpenings(system, {}), async (study) => {
    const opened = await openScheduledRound(system, { study });
    if (opened.ok || opened.refusal === "nothing-scheduled") return;
    const { refusal, detail = {} } = opened;
    await noteTrouble(system, { study, about: "opening", refusal, detail: { ...detail } });
  });
}
