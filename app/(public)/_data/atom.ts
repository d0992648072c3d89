import { xmlText } from "@/delphi/deposit/xml-text";

/** What a feed holds; each entry is known by its address. */
export type Feed = {
  readonly title: string;
  readonly page: string;
  readonly self: string;
  readonly author: string;
  /** The latest first. */
  readonly entries: readonly FeedEntry[];
};

export type FeedEntry = {
  readonly title: string;
  readonly url: string;
  readonly updated: Date;
  readonly summary: string;
};

/** A feed as Atom. `id` is what it is of, which stays when its pages move. */
export function atom(id: string, { title, page, self, author, entries }: Feed): Response {
  const body = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom">`,
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(id)}</id>`,
    `<link href="${escaped(page)}"/>`,
    `<link rel="self" href="${escaped(self)}"/>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<updated>${(entries[0]?.updated ?? new Date(0)).toISOString()}</updated>`,
    ...entries.map(entryText),
    "</feed>\n",
  ].join("\n");
  return new Response(body, {
    headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "private, no-store" },
  });
}

const entryText = ({ title, url, updated, summary }: FeedEntry): string =>
  [
    "<entry>",
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(url)}</id>`,
    `<link href="${escaped(url)}"/>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<summary>${escaped(summary)}</summary>`,
    "</entry>",
  ].join("");

const escaped = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
