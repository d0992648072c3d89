import { visitor } from "@/db/actor";
import { health } from "@/db/queries/health";

export const dynamic = "force-dynamic";

const headers = { "cache-control": "private, no-store" };

/** 200 only when the database answers a query; whatever fails stays in the log. */
export async function GET(): Promise<Response> {
  try {
    const { database } = await health(visitor, {});
    return Response.json({ status: "ok", database }, { headers });
  } catch (error) {
    console.error("The health check failed:", error);
    const sentence = "The database does not answer.";
    return Response.json({ status: "unavailable", message: sentence }, { status: 503, headers });
  }
}
