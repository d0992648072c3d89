import { seatActor } from "@/app/_server/actor";
import { receiptProof } from "@/db/queries/receipt-proof";
import { NotFound } from "@/db/run";

/** The file with which an expert can show, to themselves or by their own choice to others, how they answered. */
export async function GET(_request: Request, { params }: { params: Promise<{ round: string }> }) {
  const { round } = await params;
  const kept = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };
  try {
    const proof = await receiptProof(await seatActor(), { round: Number(round) });
    const name = `receipt-round-${proof.round}.json`;
    return Response.json(proof, {
      headers: { ...kept, "content-disposition": `attachment; filename="${name}"` },
    });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return new Response("There is no receipt here.\n", { status: 404, headers: kept });
  }
}
