import { parseArgs } from "node:util";
import { system } from "@/db/actor";
import { discardRehearsal } from "@/db/commands/discard-rehearsal";
import { PlainError } from "@/db/plain-error";
import { roundsOpened } from "@/db/queries/rounds-opened";
import { rehearse } from "@/db/seed/rehearse";
import { rehearsalOf, usualRehearsal } from "@/delphi/rehearsal";
import { withDatabase } from "./with-database";

const USAGE = "npm run -s rehearse -- --study SLUG [--experts 24] [--leave-open] [--again]";

/** Copies a study to SLUG-rehearsal, marked as simulated, and lets a simulated panel answer there. */
async function main(): Promise<void> {
  const given = readArguments();
  const copy = rehearsalOf(given.study);
  if ((await roundsOpened(system, { study: given.study })) === null)
    throw new PlainError(`There is no study with the address “${given.study}”.`);
  if ((await roundsOpened(system, { study: copy })) !== null) {
    if (!given.again)
      throw new PlainError(`“${copy}” exists already. Add --again to discard it and rehearse anew.`);
    const discarded = await discardRehearsal(system, { study: copy });
    if (!discarded.ok)
      throw new PlainError(`“${copy}” is not marked as simulated, so nothing is written to it.`);
  }
  const settings = { ...usualRehearsal, experts: given.experts };
  const played = await rehearse(given.study, settings, { leaveOpen: given.leaveOpen });
  console.log(
    given.leaveOpen
      ? `${given.experts} simulated experts answered round 1 of “${copy}”; it is open.`
      : `${given.experts} simulated experts answered ${played} rounds of “${copy}”; its results are at /desk/studies/${copy}/results.`,
  );
}

function readArguments() {
  const { values } = parseArguments();
  const experts = Number(values.experts ?? 24);
  if (!values.study) throw new PlainError(`Name the study: ${USAGE}`);
  if (!Number.isInteger(experts) || experts < 3 || experts > 1000)
    throw new PlainError("--experts takes a whole number from 3 to 1000.");
  return {
    study: values.study,
    experts,
    leaveOpen: values["leave-open"] ?? false,
    again: values.again ?? false,
  };
}

function parseArguments() {
  try {
    return parseArgs({
      options: {
        study: { type: "string" },
        experts: { type: "string" },
        "leave-open": { type: "boolean" },
        again: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

await withDatabase(main);
