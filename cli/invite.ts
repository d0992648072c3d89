import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { system } from "@/db/actor";
import { importPanel } from "@/db/commands/import-panel";
import { makeLinks } from "@/db/commands/make-links";
import type { Environment } from "@/db/environment";
import { type BadRow, readPanelFile } from "@/db/panel-file";
import { errorCode, PlainError } from "@/db/plain-error";
import { roundsOpened } from "@/db/queries/rounds-opened";
import { newLinksFile } from "./links-file";
import { withDatabase } from "./with-database";

const USAGE = "npm run -s invite -- --study SLUG --panel panel.csv --links links.csv";

/**
 * `npm run invite`: puts a panel on a study's roll and writes each person's link to a file, for a facilitator who
 * mails through another system. Good rows are kept; bad ones are listed on stderr.
 */
async function main({ url }: Environment): Promise<void> {
  const { study, panel, links: path } = given();
  const text = readPanel(panel);
  if ((await roundsOpened(system, { study })) === null)
    throw new PlainError(`There is no study with the address “${study}”.`);
  const file = newLinksFile(path);
  try {
    const written = await invite(study, text);
    for (const { line, reason } of written.bad) console.error(`${panel}, line ${line}: ${reason}`);
    for (const address of written.opened)
      console.error(`${address} has opened their link already, so it is not written again.`);
    if (written.links.length === 0) throw new PlainError(`No link was written. ${summary(written)}`);
    file.write(written.links, url);
    console.log(
      `${summary(written)} ${path} holds ${count(written.links.length, "link")}, for your eyes only: whoever has a link can answer in that person's place.`,
    );
  } catch (error) {
    file.discard();
    throw error;
  }
}

function given() {
  const { study, panel, links } = parseArguments();
  if (!study || !panel || !links) throw new PlainError(`Name the study and both files: ${USAGE}`);
  return { study, panel, links };
}

function parseArguments() {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ options: { study: text, panel: text, links: text } }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

function readPanel(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new PlainError(`The panel's file ${file} can't be read (${errorCode(error) ?? error}).`);
  }
}

async function invite(study: string, text: string) {
  const imported = await importPanel(system, { study, text });
  if (!imported.ok)
    throw new PlainError(imported.problems?.[0]?.message ?? `The panel was refused: ${imported.refusal}.`);
  const addresses = readPanelFile(text).rows.map((row) => row.address);
  const made = await makeLinks(system, { study, addresses });
  if (!made.ok)
    throw new PlainError(
      made.refusal === "strict-needs-mail"
        ? "This study is strict: its links leave only by mail, and no file of them can be made. The people are on the roll; send the invitations at the desk."
        : `No links can be made: ${made.refusal}.`,
    );
  return { ...imported.value, ...made.value };
}

const summary = ({ added, known, bad }: { added: number; known: number; bad: readonly BadRow[] }): string =>
  `${count(added, "person", "people")} added, ${known} on the roll before, ${count(bad.length, "row")} not read.`;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

await withDatabase(main);
