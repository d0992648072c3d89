import { parseArgs } from "node:util";
import { system } from "@/db/actor";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { dropSecondFactor } from "@/db/commands/drop-second-factor";
import { removeFacilitator } from "@/db/commands/remove-facilitator";
import { environment } from "@/db/environment";
import { PlainError } from "@/db/plain-error";
import { facilitators } from "@/db/queries/facilitators";
import { withDatabase } from "./with-database";

const USAGE = `Who may use the desk:
  npm run -s facilitator -- --add you@example.org [--name "Your Name"]   adds an address, prints a one-time link
  npm run -s facilitator -- --list                                      prints the roll
  npm run -s facilitator -- --remove you@example.org                    takes an address off the roll
  npm run -s facilitator -- --without-second-factor you@example.org     for whoever lost device and recovery codes`;

/** `npm run facilitator`: the facilitators' roll. Exactly one thing at a time. */
async function main(): Promise<void> {
  const { add, list, remove, "without-second-factor": lost, name } = given();
  if ([add, list, remove, lost].filter((one) => one !== undefined).length !== 1) throw new PlainError(USAGE);
  if (add !== undefined) await printLink(add, name);
  if (list) for (const one of await facilitators(system, {})) console.log(`${one.address}\t${one.name}`);
  if (remove !== undefined) await takeOff(remove);
  if (lost !== undefined) await withoutSecondFactor(lost);
}

function given() {
  try {
    const options = {
      add: { type: "string" },
      name: { type: "string" },
      list: { type: "boolean" },
      remove: { type: "string" },
      "without-second-factor": { type: "string" },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    throw new PlainError(USAGE);
  }
}

async function printLink(address: string, name: string | undefined): Promise<void> {
  const added = await addFacilitator(system, { address, name });
  if (!added.ok) throw new PlainError(`“${address}” is not an e-mail address.`);
  console.log(`${environment().url}/desk/sign-in/confirm#${added.value.token}`);
  console.error("This link signs in once, within 15 minutes.");
}

async function takeOff(address: string): Promise<void> {
  const removed = await removeFacilitator(system, { address });
  if (!removed.ok) throw new PlainError(`${address} is not on the facilitators' roll.`);
  console.log(`${address} is no longer on the roll.`);
}

async function withoutSecondFactor(address: string): Promise<void> {
  const dropped = await dropSecondFactor(system, { address });
  if (!dropped.ok) throw new PlainError(`${address} is not on the facilitators' roll.`);
  console.log(`${address} signs in by the link alone, until they set a second factor up again.`);
}

await withDatabase(main);
