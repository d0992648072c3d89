import { withDatabase } from "@/cli/with-database";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { createStudy } from "@/db/commands/create-study";
import { giveConsent } from "@/db/commands/give-consent";
import { importPanel } from "@/db/commands/import-panel";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { unseal } from "@/db/sealing";
import type { Answer } from "@/delphi/answer";
import { type Item, isAnsweredAsOne, ratedParts } from "@/delphi/item";
import type { ItemKind } from "@/delphi/item-kind";
import { policyDelphi, withUsualRules } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { scaleValues } from "@/delphi/scale";
import { partsFor } from "@/delphi/usual-parts";
import { abstention, rating, seatBehind, value } from "../db/a-study";
import { HARD_TEXTS } from "../delphi/a-hard-edition";

/**
 * Two published studies for looking at pictures: three short questions, and sixty with titles of 300 characters, from
 * the right, with emoji and quotes; a question that nobody answers, one that all pass over, a group of one, people who
 * leave, and no agreement anywhere. The third round of the second is open; the personal link of an expert who has
 * answered twice is printed.
 */
async function plantHardStudies(): Promise<void> {
  // After a failed test the next one asks again for what is there.
  const planted = await sql()`select from study where slug = 'many'`;
  if (planted.length === 0) {
    await play("few", "Three questions", few, ["east", "west"]);
    await play("many", HARD_TEXTS.quotes, many, ["East, “upper” bank 🌊", "الضفة الغربية"]);
    value(await openRound(system, { study: "many" }));
  }
  console.log(JSON.stringify({ link: (await linksOf("many")).at(-1) }));
}

const EXPERTS = 25;

const item = (id: string, kind: ItemKind, title: string): Item => ({
  id,
  kind,
  title,
  text: "",
  parts: [...partsFor(kind, [])],
  sources: [],
  ...(kind === "choice" && { choose: "many" as const }),
});

const few: readonly Item[] = [
  item("stance", "stance", "Should the bridge be built?"),
  item("bridge", "option", "Build it"),
  item("confidence", "confidence", "How sure are you?"),
];

const TITLES = Object.values(HARD_TEXTS).filter((title) => !title.includes("\n"));

const many: readonly Item[] = [
  item("stance", "stance", HARD_TEXTS.long),
  ...Array.from({ length: 50 }, (_, at) =>
    item(
      `option-${at}`,
      "option",
      at % 3 === 0 ? TITLES[(at / 3) % TITLES.length]! : `A shorter option, number ${at}`,
    ),
  ),
  ...Array.from({ length: 6 }, (_, at) => item(`scenario-${at}`, "scenario", TITLES[at % TITLES.length]!)),
  item("choice", "choice", HARD_TEXTS.emoji),
  item("open", "open", HARD_TEXTS.hebrew),
  item("confidence", "confidence", HARD_TEXTS.arabic),
];

async function play(
  slug: string,
  title: string,
  items: readonly Item[],
  strata: readonly string[],
): Promise<void> {
  const content = {
    title,
    question: items[0]!.title,
    background: "",
    perspective: "",
    organiser: "",
    contact: "",
  };
  const protocol: Protocol = withUsualRules(policyDelphi, "choice", items) ?? policyDelphi;
  const design = { slug, content, sources: [], positions: [], items: [...items], protocol };
  value(await createStudy(system, { design, simulated: true }));
  const people = Array.from({ length: EXPERTS }, (_, at) => {
    const stratum = at === EXPERTS - 1 ? "Alone" : strata[at % strata.length]!;
    return `Expert ${at},e${at}@${slug}.example,"${stratum.replaceAll('"', '""')}"`;
  });
  value(await importPanel(system, { study: slug, text: ["name,email,stratum", ...people].join("\n") }));
  value(await openRound(system, { study: slug }));
  const seats = await seatsOf(slug);
  // From the second round on six stay away: who left can be told.
  for (const round of [1, 2]) {
    for (const [at, seat] of seats.slice(round === 1 ? 0 : 6).entries()) {
      if (round === 1) value(await giveConsent(seat, {}));
      const expert = round === 1 ? at : at + 6;
      value(await submitAnswers(seat, { round, answers: items.flatMap((one) => said(one, expert, round)) }));
    }
    value(await closeRound(system, { study: slug }));
    if (round === 1) value(await openRound(system, { study: slug }));
  }
  value(await publish(system, { study: slug, reason: "To be looked at." }));
}

const seatsOf = async (slug: string) => Promise.all((await linksOf(slug)).map(seatBehind));

async function linksOf(slug: string): Promise<readonly string[]> {
  const rows = await sql()<{ sealed: Buffer; id: string }[]>`
    select sealed_token as sealed, study_id as id from invitation join study on study.id = study_id
    where slug = ${slug} and sealed_token is not null order by sealed_token`;
  return rows.map(({ sealed, id }) => unseal(sealed, `invitation:${id}`));
}

/** Two camps at the ends of every scale, the surer ones below, a third of whom come up in the second round. */
function said(one: Item, expert: number, round: number): Answer[] {
  const low = expert % 2 === 0;
  if (one.id === "option-1") return [];
  return ratedParts(one).flatMap((part, place) => {
    if (one.id === "option-2") return [abstention(one.id, part.id)];
    const values = scaleValues(part.scale);
    if (one.kind === "confidence") return [rating(one.id, part.id, low ? values.at(-1)! : values[2]!)];
    if (isAnsweredAsOne(one)) return [rating(one.id, part.id, values[(expert + place) % 2]!)];
    const comesUp = round === 2 && expert % 6 === 0;
    const shift = (hash(one.id) + place) % 2;
    const at = low && !comesUp ? shift : values.length - 1 - shift;
    return [rating(one.id, part.id, values[at]!)];
  });
}

const hash = (text: string): number => [...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

await withDatabase(plantHardStudies);
