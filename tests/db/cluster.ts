import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openClient } from "@/db/client";
import { startCluster } from "@/db/cluster";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

/** One throw-away PostgreSQL for all test files, with one migrated database that each file's own is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "tholos-tests-"));
  const cluster = await startCluster(folder, { durable: false });
  await makeTemplate(cluster.url);
  project.provide("clusterUrl", cluster.url);
  return async () => {
    await cluster.release();
    rmSync(cluster.home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(clusterUrl: string): Promise<void> {
  const { sql } = openClient(clusterUrl, { max: 1 });
  await sql.unsafe(`create database ${templateName}`);
  await sql.end();
  await migrate(withName(clusterUrl, templateName));
}

export function withName(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

export const templateName = "template_tholos";
