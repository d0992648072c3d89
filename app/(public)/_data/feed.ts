import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { environment } from "@/db/environment";
import { results } from "@/db/queries/results";
import { NotFound } from "@/db/run";
import { atom } from "./atom";

type Context = { params: Promise<{ slug: string }> };

/** The editions of a study as an Atom feed, the latest first: who follows it hears of each new one. */
export async function feed(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const found = await read(slug);
  if (!found) return new Response("There is no such study here.\n", { status: 404, headers: plain });
  const text = await getTranslations("public.feed");
  const study = `${environment().url}/studies/${slug}`;
  const simulated = found.simulated ? "yes" : "no";
  return atom(study, {
    title: text("title", { title: found.title }),
    page: `${study}/results`,
    self: `${study}/feed.xml`,
    author: found.published?.edition.study.organiser || "Tholos",
    entries: found.editions.toReversed().map(({ number, publishedAt, digest }) => ({
      title: text("entry", { title: found.title, number }),
      url: `${study}/editions/${number}`,
      updated: publishedAt,
      summary: text("summary", { digest, simulated }),
    })),
  });
}

const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" };

async function read(study: string) {
  try {
    return await results(visitor, { study });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
