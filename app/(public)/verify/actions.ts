"use server";

import { visitor } from "@/db/actor";
import { knownEdition } from "@/db/queries/known-edition";
import { results } from "@/db/queries/results";
import { NotFound } from "@/db/run";
import { hashOf } from "@/db/sealing";
import { parseEdition } from "@/delphi/edition-text";
import { readReceipt } from "@/delphi/receipt";
import type { Report } from "@/delphi/verification/report";
import { verifyBundle } from "@/delphi/verification/verify";
import { type BundleFiles, unpackBundle } from "@/delphi/verification/zip";

/** What the page shows of what was handed in. Nothing of it is kept. */
export type Verified =
  | { readonly kind: "report"; readonly report: Report; readonly known: boolean }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "known"; readonly slug: string; readonly title: string; readonly number: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "no-digest" }
  | null;

export async function verifyAction(_state: Verified, form: FormData): Promise<Verified> {
  const bundle = form.get("bundle");
  if (bundle instanceof File && bundle.size > 0) return verified(new Uint8Array(await bundle.arrayBuffer()));
  const typed = form.get("digest");
  const digest = typeof typed === "string" ? readReceipt(typed) : null;
  if (!digest) return { kind: "no-digest" };
  const known = await knownEdition(visitor, { digest });
  return known ? { kind: "known", ...known } : { kind: "unknown" };
}

async function verified(bytes: Uint8Array): Promise<Verified> {
  const files = unpackBundle(bytes);
  if (typeof files === "string") return { kind: "unreadable", why: files };
  const known = await publishedAs(files);
  const digests = new Map([...files].map(([name, body]) => [name, hashOf(body)]));
  return { kind: "report", report: verifyBundle({ files, digests, ...known }), known: known !== null };
}

/** With which digests this installation published the edition that the bundle says it is. */
async function publishedAs(
  files: BundleFiles,
): Promise<{ published: string; previous: string | null } | null> {
  try {
    const { study, number } = parseEdition(new TextDecoder().decode(files.get("edition.json")));
    const { published, editions } = await results(visitor, { study: study.slug, edition: String(number) });
    const before = editions.find((one) => one.number === number - 1);
    return published && { published: published.digest, previous: before?.digest ?? null };
  } catch (error) {
    if (error instanceof NotFound || error instanceof SyntaxError || isMisshapen(error)) return null;
    throw error;
  }
}

const isMisshapen = (error: unknown): boolean => error instanceof Error && error.name === "ZodError";
