import { redirect } from "next/navigation";
import { deskActor } from "@/app/_server/actor";
import { isForeign } from "@/app/_server/origin";
import { handOutLinks } from "@/db/commands/hand-out-links";
import { environment } from "@/db/environment";
import { NotFound } from "@/db/run";
import { linksFile } from "./links-file";

type Context = { params: Promise<{ slug: string }> };

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Personal links for those who mail through another system. It changes what may leave, so it is no GET. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (isForeign(request.headers)) return new Response(null, { status: 403 });
  const { slug } = await params;
  const form = await request.formData().catch(() => null);
  const format = form?.get("format") === "xlsx" ? "xlsx" : "csv";
  const made = await handed(slug);
  if (!made) return new Response(null, { status: 404 });
  if (!made.ok) redirect(`/desk/studies/${encodeURIComponent(slug)}/panel?done=${made.refusal}`);
  const body = await linksFile(format, made.value.links, environment().url);
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${slug}-links.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}

async function handed(slug: string) {
  try {
    return await handOutLinks(await deskActor(), { study: slug });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
