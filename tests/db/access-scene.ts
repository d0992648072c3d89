import { type Actor, system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { createStudy } from "@/db/commands/create-study";
import { importPanel } from "@/db/commands/import-panel";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { reserveNewcomerSeat } from "@/db/commands/reserve-newcomer-seat";
import { submitAnswers } from "@/db/commands/submit-answers";
import { studyDesign } from "@/db/queries/study-design";
import type { StudyDesign } from "@/delphi/study";
import { allRated, anExpert, aStudy, seatBehind, type TestStudy, text, value } from "./a-study";
import { aMember, aStranger, type Facilitator } from "./desk-people";
import type { Who } from "./who-may-what";

/** A study in mid-life with everybody who might want something of it: round 1 is published, round 2 open. */
export type AccessScene = {
  readonly study: TestStudy;
  /** A simulated study with a seat for a newcomer. */
  readonly rehearsal: { readonly slug: string };
  /** A design that nobody has used. */
  readonly design: StudyDesign;
  /** A text of round 1. */
  readonly text: string;
  readonly members: Readonly<Record<"observer" | "moderator" | "facilitator" | "owner", Facilitator>>;
  readonly elsewhere: Facilitator;
};

export async function accessScene(): Promise<AccessScene> {
  const study = await aStudy("scene", { experts: 6 });
  const spare = Array.from({ length: 24 }, (_, at) => `spare${at}@scene.example`);
  value(await importPanel(system, { study: study.slug, text: spare.join("\n") }));
  for (let at = 0; at < 5; at += 1) {
    const answers = [...allRated(4), text("bridge", "rationale", "It would last.")];
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: study.slug }));
  value(await releaseTexts(system, { study: study.slug, round: 1, item: "bridge" }));
  value(await publish(system, { study: study.slug, reason: "The town asked for it." }));
  value(await openRound(system, { study: study.slug }));
  const [row] = await sql()<
    { id: string }[]
  >`select id from answer_text where study_id = ${study.id} limit 1`;
  const design = await studyDesign(system, { study: study.slug });
  const other = await aStudy("elsewhere", { experts: 1, open: false });
  return {
    study,
    rehearsal: await aRehearsal(design),
    design: { ...design, slug: "scene-copied" },
    text: row!.id,
    members: {
      observer: await aMember(study, "observer"),
      moderator: await aMember(study, "moderator"),
      facilitator: await aMember(study, "facilitator"),
      owner: await aMember(study, "owner"),
    },
    elsewhere: await aMember(other, "owner"),
  };
}

async function aRehearsal(design: StudyDesign): Promise<{ slug: string }> {
  const slug = "scene-rehearsal";
  value(await createStudy(system, { design: { ...design, slug }, simulated: true }));
  value(await importPanel(system, { study: slug, text: "newcomer@scene.example" }));
  value(await reserveNewcomerSeat(system, { study: slug, address: "newcomer@scene.example" }));
  return { slug };
}

/** One of them as an actor; the expert opens the link anew, since revoking another ends every session. */
export async function actorOf(scene: AccessScene, who: Who): Promise<Actor> {
  if (who === "visitor") return visitor;
  if (who === "stranger") return aStranger();
  if (who === "expert") return seatBehind(scene.study.links[0]!);
  if (who === "elsewhere") return scene.elsewhere;
  if (who === "operator") return system;
  return scene.members[who];
}
