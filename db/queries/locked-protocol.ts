import { eq } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import type { ItemKind } from "@/delphi/item-kind";
import { type Deviation, Protocol } from "@/delphi/protocol";
import { deskAs } from "../access/desk";
import { readableStudy } from "../access/reader";
import { ownSeat } from "../access/seat";
import { deviationsOf } from "../closed-rounds";
import { query, type Tx } from "../run";
import { study } from "../schema/study";
import { studyItems } from "../study-rows";

/** The method as it was locked, with every change since; null where round 1 was not opened yet. */
export type LockedProtocol = {
  readonly slug: string;
  readonly protocol: Protocol;
  /** Of its items. */
  readonly kinds: readonly ItemKind[];
  readonly digest: string;
  /** The canonical text that the digest is of. */
  readonly text: string;
  readonly deviations: readonly Deviation[];
} | null;

async function lockedProtocol(tx: Tx, { studyId }: { readonly studyId: string }): Promise<LockedProtocol> {
  const [row] = await tx.select().from(study).where(eq(study.id, studyId));
  const { slug, protocolDigest: digest, protocolText } = row!;
  if (digest === null) return null;
  const protocol = Protocol.parse(row!.protocol);
  // Locked before the text was kept: it follows from what was locked.
  const items = await studyItems(tx, studyId);
  const text = protocolText ?? canonical({ protocol, items });
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return { slug, protocol, kinds, digest, text, deviations: await deviationsOf(tx, studyId) };
}

const OneStudy = z.strictObject({ study: z.string() });

/** For readers, for the desk and for the panel: the same text. */
export const readersProtocol = query({ input: OneStudy, access: readableStudy, run: lockedProtocol });
export const desksProtocol = query({ input: OneStudy, access: deskAs("observer"), run: lockedProtocol });
export const panelsProtocol = query({ input: z.strictObject({}), access: ownSeat, run: lockedProtocol });
