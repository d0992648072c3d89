import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NotFound } from "@/db/run";
import { type AccessScene, accessScene, actorOf } from "./access-scene";
import { freshDatabase } from "./database";
import { mailingBy } from "./desk-people";
import { exportedOperations } from "./operations";
import { WHO, type Who, whoMayWhat } from "./who-may-what";

const database = await freshDatabase();
const operations = await exportedOperations();
let scene: AccessScene;
beforeAll(async () => {
  scene = await accessScene();
});
afterAll(database.close);

/** Whether this person gets in; an input that does not fit would say nothing about that. */
async function getsIn(name: string, who: Who, attempt: number): Promise<boolean> {
  const input = await whoMayWhat[name]!.input(scene, attempt);
  const actor = await actorOf(scene, who);
  try {
    const answer = await operations.get(name)!(actor, input);
    expect(answer, `${name}: the table's input does not fit`).not.toMatchObject({ refusal: "invalid-input" });
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** Those who may not come first, so that nothing they find is what somebody else has just done. */
async function whoGetsIn(name: string): Promise<Who[]> {
  const may = whoMayWhat[name]!.may;
  const order = [...WHO.filter((who) => !may.includes(who)), ...may];
  const inside: Who[] = [];
  for (const [attempt, who] of order.entries()) if (await getsIn(name, who, attempt)) inside.push(who);
  return WHO.filter((who) => inside.includes(who));
}

test("every operation has its line in the table of who may what, and no line is about nothing", () => {
  expect(Object.keys(whoMayWhat).sort()).toEqual([...operations.keys()].sort());
});

describe("nobody gets in but those of whom the table says so:", () => {
  for (const [name, line] of Object.entries(whoMayWhat).filter(([, one]) => !one.demo))
    test(name, async () => {
      mailingBy("none");
      expect(await whoGetsIn(name)).toEqual(WHO.filter((who) => line.may.includes(who)));
    });
});

describe("what belongs to the demo", () => {
  for (const [name, line] of Object.entries(whoMayWhat).filter(([, one]) => one.demo)) {
    test(`${name} does not exist outside of it, for anybody`, async () => {
      mailingBy("smtp");
      expect(await whoGetsIn(name)).toEqual([]);
    });

    test(`${name} is there for those it is meant for`, async () => {
      mailingBy("outbox");
      expect(await whoGetsIn(name)).toEqual(WHO.filter((who) => line.may.includes(who)));
    });
  }
});
