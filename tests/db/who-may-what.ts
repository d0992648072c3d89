import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { createStudy } from "@/db/commands/create-study";
import { writeLetter } from "@/db/commands/write-letter";
import { stopProof } from "@/db/sealing";
import { policyDelphi } from "@/delphi/presets";
import { usualRehearsal } from "@/delphi/rehearsal";
import type { AccessScene } from "./access-scene";
import { aMember } from "./desk-people";

export const WHO = [
  "visitor",
  "stranger",
  "expert",
  "elsewhere",
  "observer",
  "moderator",
  "facilitator",
  "owner",
  "operator",
] as const;
export type Who = (typeof WHO)[number];

/** Who gets in, and an input that is right for them; `attempt` counts from 0, for what can be done once only. */
type Line = {
  readonly may: readonly Who[];
  readonly input: (scene: AccessScene, attempt: number) => object | Promise<object>;
  /** Exists in demo mode only; elsewhere nobody finds it. */
  readonly demo?: true;
};

const everybody = WHO;
const desk = ["observer", "moderator", "facilitator", "owner", "operator"] as const;
const moderators = ["moderator", "facilitator", "owner", "operator"] as const;
const facilitators = ["facilitator", "owner", "operator"] as const;
const onTheRoll = ["elsewhere", "observer", "moderator", "facilitator", "owner"] as const;
const owners = ["owner", "operator"] as const;
const operator = ["operator"] as const;
const expert = ["expert"] as const;

const nothing = () => ({});
const theStudy = ({ study }: AccessScene) => ({ study: study.slug });
const roundOne = (scene: AccessScene) => ({ ...theStudy(scene), round: 1 });
const invited = async ({ study }: AccessScene, attempt: number) => {
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and revoked_at is null and address like 'spare%'
    order by address offset ${attempt} limit 1`;
  return row!.id;
};
const letterTo = async (scene: AccessScene, attempt: number) => ({
  study: scene.study.id,
  invitation: await invited(scene, attempt),
  letter: "lost-link",
});
/** Everybody who holds the second token of somebody may decide about them, and nothing else. */
const personalToken = async (scene: AccessScene) => {
  const input = { ...(await letterTo(scene, 0)), letter: "invitation" as const };
  const written = await writeLetter(system, input);
  if (!written.ok) throw new Error(written.refusal);
  return { person: written.value.person };
};
const stopAddress = async (scene: AccessScene) => {
  const input = { ...(await letterTo(scene, 0)), letter: "invitation" as const };
  const { person } = await personalToken(scene);
  return { invitation: input.invitation, proof: stopProof(person) };
};

const NO_ONE = "00000000-0000-4000-8000-000000000000";
const aMailing = async ({ study }: AccessScene) => {
  const [row] = await sql()<{ id: string }[]>`
    insert into mailing (study_id, letter, number, at) values (${study.id}, 'invitation', 0, now()) returning id`;
  return { study: study.slug, mailing: row!.id };
};
const textsOf = async ({ study }: AccessScene, count: number) => {
  const rows = await sql()<{ id: string }[]>`
    select id from answer_text where study_id = ${study.id} and round = 1 limit ${count}`;
  return rows.map(({ id }) => id);
};
const aTheme = async ({ study }: AccessScene) => {
  const [row] = await sql()<{ id: string }[]>`
    insert into theme (study_id, item, name) values (${study.id}, 'missing', 'Rivers') returning id`;
  return row!.id;
};

const publishedText = async ({ study }: AccessScene) => {
  const [row] = await sql()<{ digest: string }[]>`
    select digest from edition_part where study_id = ${study.id} order by body nulls last limit 1`;
  return row!.digest;
};

/** One for each attempt: a question that is answered is not answered over. */
const askedQuestion = async ({ study }: AccessScene, attempt: number) => {
  const [row] = await sql()<{ id: string }[]>`
    insert into panel_question (study_id, text) values (${study.id}, ${`Question ${attempt}`}) returning id`;
  return row!.id;
};

/** The study as the first of two waves, the second of which is a draft that its owner owns too. */
const inASeries = async ({ study, members, design }: AccessScene, attempt = 0) => {
  const slug = `scene-wave-${attempt}`;
  await createStudy(system, { design: { ...design, slug }, simulated: false, announced: false });
  await sql()`insert into series (slug, name, panel_share, declared_at)
    values ('scene-series', 'The scene', 50, now()) on conflict do nothing`;
  await sql()`insert into wave (study_id, series_id)
    select study.id, series.id from study, series
    where study.slug in (${study.slug}, ${slug}) and series.slug = 'scene-series'
    on conflict (study_id) do update set series_id = excluded.series_id, removed_on = null, removed_reason = null`;
  await sql()`insert into membership (study_id, facilitator_id, role)
    select id, ${members.owner.facilitatorId}, 'owner' from study where slug = ${slug} on conflict do nothing`;
  return { study: study.slug, wave: slug, series: "scene-series" };
};
const beside = async (scene: AccessScene) => {
  const { study, series } = await inASeries(scene);
  return { study, series };
};

/** Every operation of db/commands and db/queries, by its exported name. */
export const whoMayWhat: Readonly<Record<string, Line>> = {
  answerQuestion: {
    may: moderators,
    input: async (scene, attempt) => ({
      ...theStudy(scene),
      question: await askedQuestion(scene, attempt),
      audience: "panel",
      answer: "Yes.",
    }),
  },
  askAgain: {
    may: owners,
    input: (scene, attempt) => ({
      ...theStudy(scene),
      title: "Asked again",
      slug: `scene-again-${attempt}`,
      panel: "roll",
      series: { name: "The scene", slug: "scene-asked-again", panelShare: 50 },
    }),
  },
  archiveStudy: { may: owners, input: (scene) => ({ ...theStudy(scene), archived: false }) },
  addFacilitator: { may: operator, input: () => ({ address: "new@desk.example" }) },
  askQuestion: { may: expert, input: () => ({ text: "What does feasible mean here?" }) },
  askedItems: { may: desk, input: roundOne },
  auditLog: { may: desk, input: theStudy },
  beginDelivery: { may: operator, input: () => ({ mailing: NO_ONE, invitation: NO_ONE }) },
  beginSecondFactor: { may: onTheRoll, input: nothing },
  beginSeries: {
    may: owners,
    input: (scene) => ({ ...theStudy(scene), series: { name: "S", slug: "scene-begun", panelShare: 50 } }),
  },
  cancelStudy: { may: owners, input: (scene) => ({ ...theStudy(scene), reason: "No money is left." }) },
  carryForward: { may: facilitators, input: theStudy },
  changeRole: {
    may: owners,
    input: (scene) => ({
      ...theStudy(scene),
      member: scene.members.observer.facilitatorId,
      role: "observer",
    }),
  },
  changeAddress: {
    may: facilitators,
    input: async (scene) => ({
      ...theStudy(scene),
      invitation: await invited(scene, 0),
      address: "moved@scene.example",
    }),
  },
  closeRound: { may: facilitators, input: theStudy },
  concludeStudy: { may: facilitators, input: theStudy },
  confirmSecondFactor: { may: onTheRoll, input: () => ({ code: "000000" }) },
  countAttempt: { may: everybody, input: () => ({ what: "wrong-link", by: "somebody" }) },
  createStudy: { may: [...onTheRoll, "operator"], input: ({ design }) => ({ design, simulated: false }) },
  declineInvitation: {
    may: everybody,
    input: async (scene) => ({ ...(await personalToken(scene)), declined: false }),
  },
  demoFacilitator: { may: everybody, demo: true, input: nothing },
  deskSession: {
    may: everybody,
    input: ({ members }) => ({ facilitatorId: members.owner.facilitatorId, epoch: 0 }),
  },
  deskSeries: { may: desk, input: theStudy },
  deskStudies: { may: onTheRoll, input: nothing },
  deskStudy: { may: desk, input: theStudy },
  listNames: { may: facilitators, input: (scene) => ({ ...theStudy(scene), listed: false }) },
  writeReportTexts: { may: facilitators, input: (scene) => ({ ...theStudy(scene), version: 1, texts: {} }) },
  deskResults: { may: desk, input: theStudy },
  desksProtocol: { may: desk, input: theStudy },
  discardRehearsal: { may: facilitators, input: theStudy },
  dueOpenings: { may: operator, input: nothing },
  dueReminders: { may: operator, input: nothing },
  editionTexts: { may: everybody, input: (scene) => ({ ...theStudy(scene), edition: 1 }) },
  dropSecondFactor: { may: operator, input: () => ({ address: "nobody@desk.example" }) },
  editPerson: {
    may: facilitators,
    input: async (scene) => ({
      ...theStudy(scene),
      invitation: await invited(scene, 0),
      name: "Ada",
      language: "de",
      note: "",
    }),
  },
  editSeries: {
    may: owners,
    input: async (scene) => ({ study: (await beside(scene)).study, name: "The scene", panelShare: 50 }),
  },
  editStudy: {
    may: facilitators,
    input: (scene) => ({ ...theStudy(scene), version: 1, protocol: policyDelphi }),
  },
  endDeskSessions: { may: onTheRoll, input: nothing },
  exampleLetter: { may: facilitators, input: (scene) => ({ ...theStudy(scene), letter: "reminder" }) },
  expertInvitation: { may: expert, input: nothing },
  extendRound: { may: facilitators, input: (scene) => ({ ...theStudy(scene), closesAt: null }) },
  facilitators: { may: operator, input: nothing },
  giveAgreement: {
    may: everybody,
    input: async (scene) => ({ ...(await personalToken(scene)), to: "be-asked-again", agreed: false }),
  },
  giveConsent: { may: expert, input: nothing },
  confirmWords: { may: expert, input: () => ({ round: 1, items: ["bridge"] }) },
  correctWords: {
    may: facilitators,
    input: (scene) => ({
      ...theStudy(scene),
      version: 0,
      item: scene.design.items[0]!,
      meaning: false,
      reason: "A slip.",
    }),
  },
  handOutLinks: { may: facilitators, input: theStudy },
  health: { may: everybody, input: nothing },
  importPanel: { may: facilitators, input: (scene) => ({ ...theStudy(scene), text: "one@more.example" }) },
  importRounds: {
    may: facilitators,
    input: (scene) => ({
      ...theStudy(scene),
      text: "expert,round,item,part,value",
      ran: [],
      all: 3,
      rules: "before",
    }),
  },
  groupTexts: {
    may: moderators,
    input: (scene) => ({ ...theStudy(scene), texts: [{ id: scene.text }], theme: "Rivers" }),
  },
  inviteMember: {
    may: owners,
    input: (scene, attempt) => ({
      ...theStudy(scene),
      address: `colleague${attempt}@desk.example`,
      role: "observer",
    }),
  },
  issueSignInLink: { may: operator, input: ({ members }) => ({ facilitator: members.owner.facilitatorId }) },
  knownEdition: { may: everybody, input: () => ({ digest: "0".repeat(64) }) },
  mailDesk: { may: facilitators, input: theStudy },
  mailing: { may: facilitators, input: aMailing },
  makeLinks: { may: operator, input: (scene) => ({ ...theStudy(scene), addresses: [] }) },
  markBounced: {
    may: facilitators,
    input: async (scene) => ({ ...theStudy(scene), invitation: await invited(scene, 0), bounced: false }),
  },
  markFinished: { may: operator, input: theStudy },
  memberLetter: {
    may: operator,
    input: ({ study, members }) => ({ study: study.id, member: members.owner.facilitatorId }),
  },
  members: { may: desk, input: theStudy },
  moderateText: {
    may: moderators,
    input: (scene) => ({ ...theStudy(scene), text: scene.text, state: "held-back", reason: "Tells who." }),
  },
  mergeTexts: {
    may: moderators,
    input: async (scene) => ({
      ...theStudy(scene),
      texts: (await textsOf(scene, 2)).map((id) => ({ id })),
      released: "It would last.",
    }),
  },
  moderation: { may: moderators, input: roundOne },
  nameTheme: {
    may: moderators,
    input: async (scene) => ({ ...theStudy(scene), theme: await aTheme(scene), name: "Bridges" }),
  },
  newcomerLink: { may: everybody, demo: true, input: nothing },
  noteTrouble: {
    may: operator,
    input: (scene) => ({ ...theStudy(scene), about: "opening", refusal: "no-panel" }),
  },
  openScheduledRound: { may: facilitators, input: theStudy },
  planReminders: {
    may: facilitators,
    input: (scene) => ({ ...theStudy(scene), plan: { daysBefore: [7], most: 2, closingSoon: 1 } }),
  },
  resendLetters: { may: facilitators, input: aMailing },
  resetTemplate: { may: facilitators, input: (scene) => ({ ...theStudy(scene), letter: "invitation" }) },
  scheduleRound: {
    may: facilitators,
    input: (scene) => ({ ...theStudy(scene), opensAt: "2099-01-01T00:00:00Z" }),
  },
  sendPlannedReminder: { may: facilitators, input: theStudy },
  sendResultsLetter: { may: facilitators, input: theStudy },
  sendTestLetter: { may: facilitators, input: (scene) => ({ ...theStudy(scene), letter: "invitation" }) },
  settleDelivery: {
    may: operator,
    input: () => ({ mailing: NO_ONE, invitation: NO_ONE, state: "sent" }),
  },
  unscheduleRound: { may: facilitators, input: theStudy },
  writeTemplate: {
    may: facilitators,
    input: (scene) => ({ ...theStudy(scene), letter: "reminder", subject: "S", body: "B" }),
  },
  openRound: { may: facilitators, input: theStudy },
  openRounds: { may: operator, input: nothing },
  outbox: { may: onTheRoll, demo: true, input: nothing },
  mergePeople: {
    may: facilitators,
    input: async (scene) => ({
      ...theStudy(scene),
      keep: await invited(scene, 1),
      drop: await invited(scene, 2),
    }),
  },
  panelPreview: { may: facilitators, input: (scene) => ({ ...theStudy(scene), text: "one@more.example" }) },
  panelQuestions: { may: moderators, input: theStudy },
  questionsToMe: { may: expert, input: nothing },
  panelsProtocol: { may: expert, input: nothing },
  ownAccount: { may: onTheRoll, input: nothing },
  ownReasons: { may: expert, input: nothing },
  panelPositions: { may: expert, input: nothing },
  person: { may: everybody, input: personalToken },
  pausePerson: {
    may: facilitators,
    input: async (scene) => ({ ...theStudy(scene), invitation: await invited(scene, 0), paused: false }),
  },
  replacePerson: {
    may: facilitators,
    input: async (scene, attempt) => ({
      ...theStudy(scene),
      invitation: await invited(scene, 3),
      name: "",
      address: `new${attempt}@scene.example`,
    }),
  },
  rollPerson: {
    may: facilitators,
    input: async (scene) => ({ ...theStudy(scene), invitation: await invited(scene, 0) }),
  },
  progress: { may: desk, input: theStudy },
  publish: { may: facilitators, input: theStudy },
  published: { may: everybody, input: nothing },
  publishedTexts: { may: facilitators, input: theStudy },
  putInOutbox: {
    may: operator,
    demo: true,
    input: () => ({ to: "a@b.example", subject: "s", text: "t", html: "h" }),
  },
  questionnaire: { may: expert, input: nothing },
  questionnairePreview: { may: facilitators, input: theStudy },
  readersProtocol: { may: everybody, input: theStudy },
  receiptProof: { may: expert, input: () => ({ round: 1 }) },
  joinSeries: { may: owners, input: beside },
  leaveSeries: { may: owners, input: async (scene) => ({ study: (await beside(scene)).study }) },
  letter: { may: expert, input: nothing },
  receipt: { may: expert, input: nothing },
  redeemLink: { may: everybody, input: ({ study }) => ({ token: study.links[0] }) },
  redeemSignIn: { may: everybody, input: () => ({ token: "used or never drawn" }) },
  releaseTexts: { may: moderators, input: (scene) => ({ ...roundOne(scene), item: "bridge" }) },
  removeFacilitator: { may: operator, input: () => ({ address: "nobody@desk.example" }) },
  removeSecondFactor: { may: onTheRoll, input: () => ({ code: "000000" }) },
  replaceLink: { may: everybody, input: personalToken },
  requestLink: { may: everybody, input: (scene) => ({ ...theStudy(scene), address: "a@b.example" }) },
  requestSignIn: { may: everybody, input: () => ({ address: "a@b.example" }) },
  removeMember: {
    may: owners,
    input: async (scene) => ({
      ...theStudy(scene),
      member: (await aMember(scene.study, "observer")).facilitatorId,
    }),
  },
  reserveNewcomerSeat: { may: operator, input: (scene) => ({ ...theStudy(scene), address: "a@b.example" }) },
  results: { may: everybody, input: theStudy },
  revokeLink: {
    may: facilitators,
    input: async (scene) => ({ ...theStudy(scene), invitation: await invited(scene, 0) }),
  },
  roll: { may: facilitators, input: theStudy },
  roundsPreview: {
    may: facilitators,
    input: (scene) => ({ ...theStudy(scene), text: "expert,round,item,part,value" }),
  },
  roundAnalysis: { may: desk, input: roundOne },
  roundsOpened: { may: operator, input: theStudy },
  saveDraft: { may: expert, input: () => ({ round: 2, answers: [] }) },
  sendInvitations: { may: facilitators, input: theStudy },
  sendReminders: { may: facilitators, input: theStudy },
  series: { may: everybody, input: async (scene) => ({ series: (await beside(scene)).series }) },
  seriesList: { may: everybody, input: nothing },
  setReminders: {
    may: everybody,
    input: async (scene) => ({ ...(await personalToken(scene)), reminders: true }),
  },
  setTargets: { may: facilitators, input: (scene) => ({ ...theStudy(scene), targets: [] }) },
  severStudy: { may: ["owner", "operator"], input: theStudy },
  showTextFirst: {
    may: moderators,
    input: (scene) => ({ ...theStudy(scene), text: scene.text, first: true }),
  },
  simulatedLinks: { may: operator, input: ({ rehearsal }) => ({ study: rehearsal.slug }) },
  snapshotOf: { may: desk, input: roundOne },
  startRehearsal: {
    may: facilitators,
    input: (scene) => ({ ...theStudy(scene), settings: usualRehearsal }),
  },
  stopReminders: { may: everybody, input: stopAddress },
  studiesToSever: { may: operator, input: nothing },
  studyDesign: { may: desk, input: theStudy },
  studyPage: { may: everybody, input: theStudy },
  submitAnswers: { may: expert, input: () => ({ round: 2, answers: [] }) },
  sweep: { may: operator, input: nothing },
  takeDownText: {
    may: facilitators,
    input: async (scene) => ({
      ...theStudy(scene),
      digest: await publishedText(scene),
      reason: "Asked for.",
    }),
  },
  takeBackLetter: {
    may: operator,
    input: async (scene, attempt) => ({
      ...(await letterTo(scene, attempt)),
      givenUp: false,
      maybeArrived: false,
    }),
  },
  undoAskAgain: {
    may: owners,
    input: async (scene, attempt) => {
      const { study, wave } = await inASeries(scene, attempt + 1);
      return { study, wave };
    },
  },
  undoImport: { may: facilitators, input: theStudy },
  waveOf: { may: everybody, input: theStudy },
  withdraw: { may: expert, input: nothing },
  writeLetter: { may: operator, input: letterTo },
};
