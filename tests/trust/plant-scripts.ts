import { withDatabase } from "@/cli/with-database";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { answerQuestion } from "@/db/commands/answer-question";
import { askAgain } from "@/db/commands/ask-again";
import { askQuestion } from "@/db/commands/ask-question";
import { closeRound } from "@/db/commands/close-round";
import { correctWords } from "@/db/commands/correct-words";
import { createStudy } from "@/db/commands/create-study";
import { giveConsent } from "@/db/commands/give-consent";
import { groupTexts } from "@/db/commands/group-texts";
import { importPanel } from "@/db/commands/import-panel";
import { leaveSeries } from "@/db/commands/leave-series";
import { moderateText } from "@/db/commands/moderate-text";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { sendInvitations } from "@/db/commands/send-invitations";
import { submitAnswers } from "@/db/commands/submit-answers";
import { writeTemplate } from "@/db/commands/write-template";
import { deskStudy } from "@/db/queries/desk-study";
import { panelQuestions } from "@/db/queries/panel-questions";
import { unseal } from "@/db/sealing";
import { INTEREST_WORDS, INTERESTS } from "@/delphi/about-expert";
import type { Item } from "@/delphi/item";
import { policyDelphi } from "@/delphi/presets";
import type { StudyDesign } from "@/delphi/study";
import { rating, seatBehind, text, value } from "../db/a-study";
import { SCRIPT_PAYLOADS } from "./script-payloads";

const SLUG = "planted";
const EXPERTS = 8;
const ALL = SCRIPT_PAYLOADS.join("\n");
const one = (at: number): string => SCRIPT_PAYLOADS[at % SCRIPT_PAYLOADS.length]!;

/** An option for each payload, with the payload in every text of it. */
const options: Item[] = SCRIPT_PAYLOADS.map((payload, at) => ({
  id: `option-${at}`,
  kind: "option",
  title: payload,
  text: payload,
  parts: [
    {
      id: "desirability",
      question: payload,
      scale: {
        kind: "ordinal",
        points: Array.from({ length: 5 }, (_, point) => ({ value: point + 1, label: one(at + point) })),
      },
    },
  ],
  sources: [`source-${at}`],
  help: payload,
  ...(at < 20 && { section: `section-${20 + (at % 2)}` }),
}));
const open: Item = {
  id: "open",
  kind: "open",
  title: one(0),
  text: one(20),
  parts: [{ id: "text", question: one(40), scale: { kind: "text", maxLength: 10_000 } }],
  sources: [],
};

const design: StudyDesign = {
  slug: SLUG,
  content: {
    title: one(20),
    question: SCRIPT_PAYLOADS.slice(20, 40).join(" ").slice(0, 1000),
    background: ALL.slice(0, 6000),
    perspective: SCRIPT_PAYLOADS.slice(0, 15).join(" ").slice(0, 1000),
    organiser: one(30),
    contact: "",
  },
  sources: SCRIPT_PAYLOADS.map((payload, at) => ({
    id: `source-${at}`,
    title: payload,
    publisher: payload,
    author: payload,
    editor: payload,
    published: "2026",
    kind: payload.slice(0, 80),
  })),
  positions: SCRIPT_PAYLOADS.map((payload, at) => ({
    id: `position-${at}`,
    author: payload,
    affiliation: payload,
    source: `source-${at}`,
    summary: payload,
    stance: null,
    for: [`option-${at}`],
    against: [],
  })),
  items: [...options, open],
  protocol: {
    ...policyDelphi,
    aboutExperts: { expertise: "sections", interests: "texts" },
    questionnaire: {
      sections: [
        { id: "section-20", title: one(20), introduction: ALL.slice(0, 2000), order: "fixed" },
        { id: "section-21", title: one(21), introduction: one(22), order: "shuffled" },
      ],
      order: "fixed",
    },
  },
};

/** Puts every payload through every text that people write, in the database of the app that runs. */
async function plant(): Promise<void> {
  value(await createStudy(system, { design, simulated: false }));
  // A second one that stays a draft: what is locked in the first can be edited there.
  value(await createStudy(system, { design: { ...design, slug: `${SLUG}-draft` }, simulated: false }));
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const roll = Array.from(
    { length: EXPERTS },
    (_, at) =>
      `${quoted(one(at * 7))},e${at}@planted.example,${quoted(one(at % 2 ? 30 : 21))},${quoted(one(at * 7 + 3))}`,
  );
  value(await importPanel(system, { study: SLUG, text: ["name,email,stratum,note", ...roll].join("\n") }));
  // Braces are a letter's own signs, and refused where they name nothing that it has.
  const body = SCRIPT_PAYLOADS.filter((payload) => !/[{}]/.test(payload)).join("\n\n");
  value(await writeTemplate(system, { study: SLUG, letter: "invitation", subject: one(20), body }));
  value(await sendInvitations(system, { study: SLUG }));
  value(await openRound(system, { study: SLUG }));
  const links = await linksOf();
  for (const [at, link] of links.slice(0, 6).entries()) {
    const seat = await seatBehind(link);
    value(await giveConsent(seat, {}));
    const answers = [
      ...options.map((option, place) => rating(option.id, "desirability", 1 + ((at + place) % 5))),
      ...options.map((option, place) => text(option.id, "rationale", one(at + place))),
      text("open", "text", ALL.slice(0, 9000)),
      text(INTERESTS, INTEREST_WORDS, one(at * 7).slice(0, 500)),
    ];
    value(await submitAnswers(seat, { round: 1, answers }));
    value(
      await askQuestion(seat, {
        text: SCRIPT_PAYLOADS.slice(at * 10, at * 10 + 10)
          .join(" ")
          .slice(0, 1000),
      }),
    );
  }
  for (const { id } of await panelQuestions(system, { study: SLUG }))
    value(
      await answerQuestion(system, {
        study: SLUG,
        question: id,
        audience: "panel",
        shown: SCRIPT_PAYLOADS.slice(0, 10).join(" ").slice(0, 1000),
        answer: ALL.slice(0, 4000),
      }),
    );
  value(await closeRound(system, { study: SLUG }));
  const texts = await sql()<{ id: string; text: string; item: string }[]>`
    select t.id, t.text, t.item from answer_text t join study s on s.id = t.study_id where s.slug = ${SLUG}`;
  for (const [at, written] of texts.entries())
    value(
      await moderateText(system, {
        study: SLUG,
        text: written.id,
        state: "released",
        ...(at % 2 && { released: `${one(at)} ${written.text}`.slice(0, 9_000) }),
      }),
    );
  const [grouped] = texts.filter(({ item }) => item === "open");
  value(await groupTexts(system, { study: SLUG, texts: [{ id: grouped!.id }], theme: one(20) }));
  value(await publish(system, { study: SLUG, reason: ALL.slice(0, 1900) }));
  await plantWaves();
  value(
    await openRound(system, {
      study: SLUG,
      items: ["option-20", "option-21", "open"],
      reason: SCRIPT_PAYLOADS.slice(20, 50).join(" ").slice(0, 1900),
    }),
  );
  const reword = options[20]!;
  value(
    await correctWords(system, {
      study: SLUG,
      version: (await deskStudy(system, { study: SLUG })).version,
      item: { ...reword, title: one(33), text: one(34) },
      meaning: true,
      reason: SCRIPT_PAYLOADS.slice(0, 20).join(" ").slice(0, 1900),
    }),
  );
  await plantBetween();
  const { facilitatorId, token } = value(
    await addFacilitator(system, { address: "planter@desk.example", name: one(20) }),
  );
  await sql()`insert into membership (study_id, facilitator_id, role)
    select id, ${facilitatorId}, 'owner' from study where slug like ${`${SLUG}%`} on conflict do nothing`;
  const [person] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = (select id from study where slug = ${SLUG}) limit 1`;
  const [mailing] = await sql()<{ id: string }[]>`
    select id from mailing where study_id = (select id from study where slug = ${SLUG}) limit 1`;
  const ids = { invitation: person!.id, mailing: mailing!.id };
  console.log(JSON.stringify({ slug: SLUG, link: links[0], token, ids }));
}

/** A third one between two rounds, for the sheet of the next. */
async function plantBetween(): Promise<void> {
  const slug = `${SLUG}-between`;
  value(await createStudy(system, { design: { ...design, slug }, simulated: false }));
  value(await importPanel(system, { study: slug, text: "name,email\nAda,ada@planted.example" }));
  value(await openRound(system, { study: slug }));
  value(await closeRound(system, { study: slug, withNothingShown: true }));
}

/** A series with a second wave, that readers saw in it and that was taken out. */
async function plantWaves(): Promise<void> {
  const terms = { name: SCRIPT_PAYLOADS.slice(0, 4).join(" ").slice(0, 190), slug: SLUG, panelShare: 50 };
  const slug = `${SLUG}-again`;
  value(await askAgain(system, { study: SLUG, title: one(20), slug, panel: "roll", series: terms }));
  value(await openRound(system, { study: slug }));
  value(await closeRound(system, { study: slug, withNothingShown: true }));
  value(await publish(system, { study: slug, reason: one(21) }));
  value(
    await leaveSeries(system, { study: slug, reason: SCRIPT_PAYLOADS.slice(30, 50).join(" ").slice(0, 900) }),
  );
}

async function linksOf(): Promise<string[]> {
  const rows = await sql()<{ study: string; sealed: Buffer }[]>`
    select study_id as study, sealed_token as sealed from invitation
    where study_id = (select id from study where slug = ${SLUG}) order by address`;
  return rows.map(({ study, sealed }) => unseal(sealed, `invitation:${study}`));
}

await withDatabase(plant);
