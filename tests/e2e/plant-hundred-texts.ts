import { withDatabase } from "@/cli/with-database";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { closeRound } from "@/db/commands/close-round";
import { submitAnswers } from "@/db/commands/submit-answers";
import type { Item } from "@/delphi/item";
import { partsFor } from "@/delphi/usual-parts";
import { anExpert, aStudy, rating, text, value } from "../db/a-study";

const EXPERTS = 20;
const SLUG = "hundred-texts";

const items: readonly Item[] = [
  "Build a bridge",
  "Run a ferry",
  "Dig a tunnel",
  "Ford it",
  "Stay at home",
].map((title, at) => ({
  id: `option-${at}`,
  kind: "option",
  title,
  text: "",
  parts: [...partsFor("option", [])],
  sources: [],
}));

/** A study whose first round is closed, with a reason of each of twenty experts on each of five options. */
async function plantHundredTexts(): Promise<void> {
  const study = await aStudy(SLUG, { experts: EXPERTS, items });
  for (let at = 0; at < EXPERTS; at += 1) {
    const answers = items.flatMap(({ id, title }, place) => [
      rating(id, "desirability", 1 + ((at + place) % 5)),
      text(
        id,
        "rationale",
        `Expert ${at} on “${title}”: ${at * 7 + place} crossings a day are enough reason.`,
      ),
    ]);
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: SLUG }));
  const { facilitatorId, token } = value(
    await addFacilitator(system, { address: "reader@desk.example", name: "A moderator" }),
  );
  await sql()`insert into membership (study_id, facilitator_id, role) values (${study.id}, ${facilitatorId}, 'owner')
    on conflict do nothing`;
  console.log(JSON.stringify({ slug: SLUG, token }));
}

await withDatabase(plantHundredTexts);
