import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { environment } from "@/db/environment";
import { results } from "@/db/queries/results";
import { NotFound } from "@/db/run";

type Context = { params: Promise<{ slug: string }> };

/** The editions of a study as an Atom feed, the latest first: who follows it hears of each new one. */
export async function feed(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const found = await read(slug);
  if (!found) return new Response("There is no such study here.\n", { status: 404, headers: plain });
  const text = await getTranslations("public.feed");
  const site = environment().url;
  const entries = [...found.editions].reverse().map((edition) => {
    const url = `${site}/studies/${slug}/editions/${edition.number}`;
    return [
      "<entry>",
      `<title>${escaped(text("entry", { title: found.title, number: edition.number }))}</title>`,
      `<id>${escaped(url)}</id>`,
      `<link href="${escaped(url)}"/>`,
      `<updated>${edition.publishedAt.toISOString()}</updated>`,
      `<summary>${escaped(text("summary", { digest: edition.digest, simulated: found.simulated ? "yes" : "no" }))}</summary>`,
      "</entry>",
    ].join("");
  });
  const updated = found.editions.at(-1)?.publishedAt ?? new Date(0);
  const body = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom">`,
    `<title>${escaped(text("title", { title: found.title }))}</title>`,
    `<id>${escaped(`${site}/studies/${slug}`)}</id>`,
    `<link href="${escaped(`${site}/studies/${slug}/results`)}"/>`,
    `<link rel="self" href="${escaped(`${site}/studies/${slug}/feed.xml`)}"/>`,
    `<author><name>${escaped(found.published?.edition.study.organiser || "Tholos")}</name></author>`,
    `<updated>${updated.toISOString()}</updated>`,
    ...entries,
    "</feed>\n",
  ].join("\n");
  return new Response(body, {
    headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "private, no-store" },
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

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
