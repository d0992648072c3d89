import { environment } from "@/db/environment";
import { findPublished } from "../_data/data-file";
import { plateNames } from "../_plates/plate-names";

/** What another site needs to show a results page as a frame (oEmbed 1.0, "rich"): its first picture. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const format = asked.get("format") ?? "json";
  if (format !== "json") return answer({ error: "Only JSON is offered." }, 501);
  const place = placeIn(asked.get("url") ?? "");
  const published = place && (await findPublished(place.study, place.edition));
  const plate = published && plateNames(published.edition)[0];
  if (!published || !plate) return answer({ error: "There is no published result at this address." }, 404);
  const { edition } = published;
  const width = widthOf(asked.get("maxwidth"));
  const height = widthOf(asked.get("maxheight"));
  const src = `${environment().url}/studies/${edition.study.slug}/editions/${edition.number}/embed/${plate.name}`;
  return answer({
    version: "1.0",
    type: "rich",
    provider_name: "Tholos",
    provider_url: environment().url,
    title: edition.study.title,
    width,
    height,
    html: `<iframe src="${src}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
  });
}

const LARGEST = 600;

function widthOf(asked: string | null): number {
  const number = Number(asked);
  return asked !== null && Number.isInteger(number) && number >= 200 ? Math.min(number, LARGEST) : LARGEST;
}

/** A results page of this installation: of the latest edition, or of a numbered one. */
function placeIn(url: string): { study: string; edition?: string } | null {
  const site = environment().url;
  if (!url.startsWith(`${site}/`)) return null;
  const [, study, edition] =
    /^\/studies\/([a-z0-9-]+)\/(?:results|editions\/(\d+))\/?(?:[?#].*)?$/.exec(url.slice(site.length)) ?? [];
  return study === undefined ? null : { study, edition };
}

const answer = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
