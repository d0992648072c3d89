import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { panelPositions } from "@/db/queries/panel-positions";
import { questionnaire } from "@/db/queries/questionnaire";
import { studyPage } from "@/db/queries/study-page";
import { allRated, anExpert, answeredRound, aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const TELLS_WHO = /ada|institute of rivers|a publisher/i;

test("where the protocol shows no names, nothing that an expert can read tells who wrote a position", async () => {
  const positions = { names: false, beside: "positions" as const };
  const study = await aStudy("nameless", { protocol: { positions, earlyPublication: true } });
  await answeredRound(study, 1, 6);
  value(await openRound(system, { study: study.slug }));
  const expert = await anExpert(study);
  const form = await questionnaire(expert, {});
  expect(form!.argued!.find((one) => one.item === "bridge")).toMatchObject({
    for: 1,
    positions: { for: [{ number: 1, author: "" }], against: [] },
  });
  const read = [
    await panelPositions(expert, {}),
    form!.argued,
    await studyPage(visitor, { study: study.slug }),
  ];
  for (const one of read) expect(JSON.stringify(one)).not.toMatch(TELLS_WHO);
  value(await publish(system, { study: study.slug }));
  const page = await studyPage(visitor, { study: study.slug });
  expect(page.positions[0]).toMatchObject({ author: "Ada Example", stance: null });
});

test("which positions argue for an option shows from round 2, and never before one's own first submission", async () => {
  const positions = { names: true, beside: "positions" as const };
  const study = await aStudy("beside", { protocol: { positions } });
  const early = await anExpert(study, 7);
  const argued = async (expert: typeof early) =>
    (await questionnaire(expert, {}))!.argued?.find((one) => one.item === "ferry");
  expect(await argued(early)).toBeUndefined();
  value(await submitAnswers(early, { round: 1, answers: allRated(2) }));
  expect(await argued(early)).toEqual({ item: "ferry", for: 0, against: 1, positions: null });
  await answeredRound(study, 1, 6);
  value(await openRound(system, { study: study.slug }));
  expect((await argued(early))!.positions!.against).toEqual([
    { id: "ada", number: 1, author: "Ada Example", affiliation: "Institute of Rivers" },
  ]);
  const late = await anExpert(study, 6);
  expect(await argued(late)).toBeUndefined();
  value(await submitAnswers(late, { round: 2, answers: allRated(2).slice(0, 3) }));
  expect((await argued(late))!.positions!.against).toHaveLength(1);
});

test("a protocol that says nothing counts positions and names them; one that shows nothing beside an option does not", async () => {
  const usual = await aStudy("usual-positions");
  const expert = await anExpert(usual);
  expect((await panelPositions(expert, {})).positions[0]).toMatchObject({ id: "ada", author: "Ada Example" });
  value(await submitAnswers(expert, { round: 1, answers: allRated(2) }));
  const argued = (await questionnaire(expert, {}))!.argued!;
  expect(argued[0]).toEqual({ item: "bridge", for: 1, against: 0, positions: null });
  const positions = { names: true, beside: "none" as const };
  const quiet = await anExpert(await aStudy("quiet-positions", { protocol: { positions } }));
  value(await submitAnswers(quiet, { round: 1, answers: allRated(2) }));
  expect((await questionnaire(quiet, {}))!.argued).toBeNull();
});
