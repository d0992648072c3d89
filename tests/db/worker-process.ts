// A worker in a process of its own, so that a test can kill it: it reads the environment like any other.
import { environment, readEnvironment, setEnvironment } from "@/db/environment";
import { startWorker } from "@/jobs/worker";

setEnvironment(readEnvironment(process.env));
await startWorker();
console.log(`working on ${environment().mail.kind}`);
