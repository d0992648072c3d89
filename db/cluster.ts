import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Account, clusterAccount } from "./cluster-account";
import { type Binaries, findBinaries, systemFolders } from "./cluster-binaries";
import { existingClusterFolder } from "./cluster-folder";
import { clusterHome, initialise, ownFiles } from "./cluster-home";
import { addDatabase, address, enter, leave, type Membership } from "./cluster-membership";
import {
  forgetServer,
  freePort,
  hasEnded,
  isPostgres,
  lastComplaint,
  launch,
  logFile,
  pause,
  runningServer,
} from "./cluster-server";
import { explainFileError, PlainError } from "./plain-error";

/** The private PostgreSQL of a data folder, for as long as this process needs it. */
export interface Cluster {
  /** The address of its database `tholos`; the same until release(). */
  readonly url: string;
  /** The folder that holds the database's files and log. */
  readonly home: string;
  /** Gives the database back; the last process that does so stops the server. */
  readonly release: () => Promise<void>;
}

interface Options {
  /** False for throw-away databases only. */
  readonly durable?: boolean;
  /** Where to look for an installed PostgreSQL. */
  readonly systemFolders?: readonly string[];
  /** Called when the server died and could not be brought back. */
  readonly onLost?: (reason: unknown) => void;
}

interface Files {
  readonly home: string;
  readonly folder: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  readonly durable: boolean;
}

/**
 * Starts the private database of a data folder, or joins the server that already runs on it. Any number of processes
 * may do so at once: PostgreSQL lets one server open a folder, and those who come second join it.
 * A server that dies meanwhile is started again on the same port.
 * @throws PlainError with what to do, when there is no PostgreSQL or it doesn't start
 */
export async function startCluster(dataFolder: string, options: Options = {}): Promise<Cluster> {
  try {
    const files = prepare(path.resolve(dataFolder), options);
    return await keep(files, await join(files), options.onLost);
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
}

function prepare(dataFolder: string, options: Options): Files {
  if (process.platform === "win32")
    throw new PlainError("On Windows, set DATABASE_URL, or start Tholos in the Windows Subsystem for Linux.");
  const account = clusterAccount(existingClusterFolder(dataFolder));
  const home = clusterHome(dataFolder, account);
  const folder = path.join(home, "pg");
  const wanted = { account, cache: home, systemFolders: options.systemFolders ?? systemFolders() };
  const binaries = findBinaries({ ...wanted, major: existsSync(folder) ? majorOf(folder) : undefined });
  if (!existsSync(folder)) initialise(home, binaries, account);
  ownFiles(folder, account);
  return { home, folder, account, binaries, durable: options.durable ?? true };
}

/** Starting, stopping and joining may overlap with other processes', so each step looks again at what is there. */
async function join(files: Files, samePort?: number): Promise<Membership> {
  const deadline = Date.now() + 60_000;
  let launched: ChildProcess | undefined;
  while (Date.now() < deadline) {
    const server = runningServer(files.folder);
    const entered = server && (await enter(files.folder, server));
    if (typeof entered === "object") return entered;
    if (server && (entered === "another-folder" || !isPostgres(server.pid))) forgetServer(files.folder);
    if (launched && hasEnded(launched)) launched = excuse(files, launched);
    else if (!server && !launched) launched = await launchOn(files, samePort);
    await pause(40);
  }
  throw new PlainError(
    `The database in ${files.folder} does not answer; its log is ${logFile(files.home)}. Stop what uses it and start again.`,
  );
}

/** A launch may lose against another one, the traces of a crash, or whoever took its port: then there is a next try. */
function excuse(files: Files, launched: ChildProcess): undefined {
  const complaint = lastComplaint(files.home, launched);
  const killed = launched.signalCode !== null;
  if (killed || launched.exitCode === 0 || /lock file|shared memory block|TCP\/IP sockets/.test(complaint))
    return undefined;
  throw new PlainError(`PostgreSQL did not start: ${complaint}. Its log is ${logFile(files.home)}.`);
}

async function launchOn(files: Files, samePort: number | undefined): Promise<ChildProcess | undefined> {
  const port = await freePort(samePort);
  return samePort === undefined || port === samePort ? launch({ ...files, port }) : undefined;
}

/** Holds the membership until release(); a server that dies is started again where its clients look for it. */
async function keep(files: Files, first: Membership, onLost: Options["onLost"]): Promise<Cluster> {
  await addDatabase(first.sql, files.folder);
  let present = first;
  let leaving = false;
  const watch = async () => {
    while (!leaving) {
      await present.closed;
      if (leaving) return;
      present = await join(files, present.server.port);
      if (leaving) await leave(present);
    }
  };
  const watching = watch().catch((error: unknown) => onLost?.(error));
  return {
    url: address(files.folder, first.server.port, "tholos"),
    home: files.home,
    release: async () => {
      leaving = true;
      await leave(present);
      await watching;
    },
  };
}

const majorOf = (folder: string) => Number(readFileSync(path.join(folder, "PG_VERSION"), "utf8"));
