import { pageInk } from "@/ui/plates/ink";
import { fileName, findPublished, type Published } from "../_data/data-file";
import { embedPage } from "./embed-page";
import { makePlate } from "./make-plate";
import { platePng, plateSvg, WIDE } from "./plate-image";
import { type PlateName, plateNamed } from "./plate-names";

type Context = { params: Promise<{ slug: string; number: string; picture: string }> };

const NARROW = 400;

/** A picture opened by itself runs nothing and loads nothing. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** A picture of an edition as a file, `stance.svg` or `stance.png`. */
export async function plateFile(_request: Request, context: Context): Promise<Response> {
  const { picture } = await context.params;
  const [, name, type] = /^([a-z0-9-]+)\.(svg|png)$/.exec(picture) ?? [];
  const found = await find(context, name);
  const [plate] = (found && (await makePlate(found.published, found.plate, [WIDE]))) ?? [];
  if (!found || !plate) return missing();
  const headers = {
    ...keeping(found.published),
    "content-type": type === "svg" ? "image/svg+xml; charset=utf-8" : "image/png",
    "content-security-policy": PICTURE_POLICY,
    "content-disposition": `inline; filename="${fileName(found.published, picture)}"`,
  };
  return new Response(type === "svg" ? await plateSvg(plate) : await platePng(plate), { headers });
}

/** The same picture as a small page for somebody else's frame: it follows the frame's width and the reader's theme. */
export async function plateEmbed(_request: Request, context: Context): Promise<Response> {
  const { picture } = await context.params;
  const found = await find(context, picture);
  const plates = found && (await makePlate(found.published, found.plate, [NARROW, WIDE], pageInk));
  if (!found || !plates) return missing();
  const body = await embedPage(found.published.edition, plates);
  return new Response(body, {
    headers: {
      ...keeping(found.published),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *",
    },
  });
}

async function find(
  { params }: Context,
  name: string | undefined,
): Promise<{ published: Published; plate: PlateName } | null> {
  const { slug, number } = await params;
  const published = await findPublished(slug, number);
  const plate = published && plateNamed(published.edition, name);
  return published && plate ? { published, plate } : null;
}

/** An edition never changes, so anybody may keep its pictures; a rehearsal can be made anew. */
const keeping = ({ edition }: Published) => ({
  "cache-control": edition.study.simulated ? "private, no-store" : "public, max-age=3600",
  "x-content-type-options": "nosniff",
});

const missing = (): Response =>
  new Response("There is no such picture here.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
