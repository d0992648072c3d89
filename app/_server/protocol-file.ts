import type { LockedProtocol } from "@/db/queries/locked-protocol";
import { NotFound } from "@/db/run";

/** The locked protocol as the bytes that its digest is of, so that anybody can hash them. */
export async function protocolFile(read: () => Promise<LockedProtocol>): Promise<Response> {
  const locked = await read().catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!locked)
    return new Response("No protocol has been locked here.\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  return new Response(locked.text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${locked.slug}-protocol.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
