import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { projectFiles } from "./sources";

const house = /^(app|db|delphi|ui|jobs|cli)\//;
const files = projectFiles();
const code = files.filter((file) => /\.tsx?$/.test(file));
const rooms = code.filter((file) => house.test(file));
const text = (file: string) => readFileSync(file, "utf8");
const lines = (file: string) => text(file).trimEnd().split("\n");

test("there are files to look at in every room of the house", () => {
  for (const room of ["app", "db", "delphi", "ui", "jobs", "cli"])
    expect(
      rooms.some((file) => file.startsWith(`${room}/`)),
      room,
    ).toBe(true);
});

test("every file and folder is named in kebab-case, apart from what tools and routes prescribe", () => {
  const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
  const route = /^(\([a-z-]+\)|\[(\.\.\.)?[a-z]+\])$/;
  const parts = code.flatMap((file) => file.split("/").map((part) => ({ file, part })));
  expect(parts.filter(({ part }) => !kebab.test(part) && !route.test(part))).toEqual([]);
});

test("nothing is a drawer: each file has a noun or a verb of the field", () => {
  const drawer =
    /^(utils?|helpers?|libs?|common|misc|shared|types|index|constants|.*-?(manager|service|utils?|helpers?))(\.tsx?)?$/;
  expect(code.filter((file) => file.split("/").some((part) => drawer.test(part)))).toEqual([]);
});

test("no file only hands on what others make, apart from routes", () => {
  const handsOn = (file: string) =>
    lines(file).every((line) => /^(export (\*|\{.*\}|type \{.*\}) from .*|\/\/.*|)$/.test(line.trim()));
  expect(rooms.filter((file) => path.basename(file) !== "route.ts" && handsOn(file))).toEqual([]);
});

test("no file has more than 250 lines", () => {
  const long = rooms
    .map((file) => ({ file, lines: lines(file).length }))
    .filter((entry) => entry.lines > 250);
  expect(long).toEqual([]);
});

test("only pages and tools' settings have a default export", () => {
  const prescribed =
    /^(page|layout|template|error|not-found|global-error|loading|route|icon|opengraph-image|messages|failure)$/;
  const unexpected = rooms.filter((file) => /^export default/m.test(text(file)));
  expect(unexpected.filter((file) => !prescribed.test(path.basename(file).replace(/\.tsx?$/, "")))).toEqual(
    [],
  );
});

test("a command has a file of its own, named like it", () => {
  const commands = rooms.filter((file) => file.startsWith("db/commands/"));
  const camel = (file: string) =>
    path.basename(file, ".ts").replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const named = (file: string) =>
    [...text(file).matchAll(/^export const (\w+) = command\(/gm)].map((match) => match[1]);
  const astray = commands.filter((file) => named(file).some((name) => name !== camel(file)));
  expect(astray).toEqual([]);
  expect(commands.flatMap(named).length).toBeGreaterThan(10);
});

test("one file turns a session or a seat's cookie into an actor", () => {
  const reads = /\b(getServerSession|useSession|getSession|getToken|cookies)\(/;
  expect(rooms.filter((file) => reads.test(text(file)))).toEqual(["app/_server/actor.ts"]);
});

test("no note of unfinished work is left in the code", () => {
  expect(rooms.filter((file) => /\b(TODO|FIXME|HACK)\b/.test(text(file)))).toEqual([]);
});
