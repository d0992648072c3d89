import { deskActor } from "@/app/_server/actor";
import { studyDesign } from "@/db/queries/study-design";
import { NotFound } from "@/db/run";
import { writeDesign } from "@/delphi/design-file";

type Context = { params: Promise<{ slug: string }> };

/** The design as a file: to keep it, to show it to somebody, or to begin another study with it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  try {
    const design = await studyDesign(await deskActor(), { study: slug });
    return new Response(writeDesign(design), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${slug}-design.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
