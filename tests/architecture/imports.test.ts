import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkImports } from "./imports";

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "tholos-imports-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small house of its own, in which each file imports what is listed. */
async function complaints(house: Record<string, readonly string[]>): Promise<readonly string[]> {
  for (const [file, imports] of Object.entries(house)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    const lines = imports.map((name, index) => `import { thing as thing${index} } from "${name}";`);
    const uses = imports.map((_, index) => `thing${index}`);
    writeFileSync(
      path.join(folder, file),
      `${lines.join("\n")}\nexport const thing = [${uses.join(", ")}];\n`,
    );
  }
  const { violations, cruised } = await checkImports(Object.keys(house), folder);
  expect(cruised).toEqual(expect.arrayContaining(Object.keys(house)));
  return violations;
}

test("the picture of the house is allowed: app to db and ui, both to delphi", async () => {
  const house = {
    "app/page.ts": ["../db/query", "../ui/strip"],
    "db/query.ts": ["../delphi/round"],
    "ui/strip.ts": ["../delphi/round"],
    "cli/start.ts": ["../jobs/worker"],
    "jobs/worker.ts": ["../db/query"],
    "delphi/round.ts": [],
  };
  expect(await complaints(house)).toEqual([]);
});

test("a component never reaches the database, not even through something else", async () => {
  const house = { "ui/a.ts": ["../delphi/b"], "delphi/b.ts": ["../db/c"], "db/c.ts": [] };
  const found = await complaints(house);
  expect(found).toContain("ui-never-reaches-the-database: ui/a.ts → db/c.ts");
  expect(found).toContain("delphi-is-pure: delphi/b.ts → db/c.ts");
});

test("the method opens no file and asks no clock of the system", async () => {
  expect(await complaints({ "delphi/d.ts": ["node:fs"] })).toEqual(["delphi-is-pure: delphi/d.ts → fs"]);
});

test("the door to the data does not know who knocks", async () => {
  const house = {
    "db/e.ts": ["../jobs/f"],
    "jobs/f.ts": ["../app/g"],
    "app/g.ts": ["../cli/h"],
    "cli/h.ts": [],
  };
  expect((await complaints(house)).toSorted()).toEqual([
    "beside-each-other: app/g.ts → cli/h.ts",
    "beside-each-other: jobs/f.ts → app/g.ts",
    "db-knows-the-method-only: db/e.ts → jobs/f.ts",
  ]);
});

test("two files that import each other are found", async () => {
  const found = await complaints({ "ui/i.ts": ["./j"], "ui/j.ts": ["./i"] });
  expect(found.map((line) => line.split(":")[0])).toEqual(["no-circles"]);
});

test("an import that leads nowhere is found", async () => {
  expect(await complaints({ "ui/k.ts": ["./gone"] })).toEqual(["everything-resolves: ui/k.ts → ./gone"]);
});
