import { filePolicy } from "@/app/_server/content-policy";
import { visitor } from "@/db/actor";
import { type Results, results } from "@/db/queries/results";
import { NotFound } from "@/db/run";

export type Published = NonNullable<Results["published"]>;

export type DataFile = {
  readonly type: string;
  readonly name: string;
  readonly body: BodyInit;
  /** The content security policy under which a browser shows it; left out, the file is saved. */
  readonly shownUnder?: string;
};

/** The parameters of a route: without a number the latest edition is meant. */
export type DataContext = { params: Promise<{ slug: string; number?: string }> };

/**
 * A file made from one edition. An edition that is named by its number never changes, so anybody may keep it;
 * the latest one, and those of a rehearsal, which can be made anew, may not be kept. What can't be made is answered
 * as `make` says.
 */
export function dataFile(
  make: (published: Published) => Promise<DataFile | Response> | DataFile,
): (request: Request, context: DataContext) => Promise<Response> {
  return async (_request, { params }) => {
    const { slug, number } = await params;
    const published = await findPublished(slug, number);
    if (!published)
      return new Response("Nothing has been published here.\n", { status: 404, headers: plain });
    const made = await make(published);
    if (made instanceof Response) return made;
    const { type, name, body, shownUnder } = made;
    const kept = number !== undefined && !published.edition.study.simulated;
    return new Response(body, {
      headers: {
        "content-type": type,
        "content-disposition": `${shownUnder ? "inline" : "attachment"}; filename="${name}"`,
        ...(shownUnder && { "content-security-policy": shownUnder }),
        "cache-control": kept ? "public, max-age=3600" : "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  };
}

/** With the policy of files, since the address of a report has none of its own where there is no report. */
const plain = {
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "private, no-store",
  "content-security-policy": filePolicy(),
};

/** An edition of a public study, the latest unless a number is given; null where there is none. */
export async function findPublished(slug: string, number?: string): Promise<Published | null> {
  try {
    return (await results(visitor, { study: slug, edition: number })).published;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** "reengage-belarus-rehearsal-edition-1-simulated-panel-results.csv": says what it is, wherever it ends up. */
export function fileName({ edition }: Published, rest: string): string {
  const { slug, simulated } = edition.study;
  return `${slug}-edition-${edition.number}${simulated ? "-simulated-panel" : ""}-${rest}`;
}
