/** A mail as it leaves: one recipient, plain text and the same in HTML. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a mail program can stop more of the same at one click. */
  readonly stopUrl?: string;
}

/** What a letter is made of, top to bottom. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "question"; readonly text: string }
  | { readonly kind: "link"; readonly label: string; readonly url: string }
  | { readonly kind: "code"; readonly text: string };

/** The two forms of a letter. Everything in it is text: nothing that somebody wrote becomes markup. */
export const written = (blocks: readonly Block[]): Pick<Mail, "text" | "html"> => ({
  text: `${blocks.map(asText).join("\n\n")}\n`,
  html: page(blocks.map(asHtml).join("\n")),
});

function asText(block: Block): string {
  if (block.kind === "link") return `${block.label}:\n${block.url}`;
  if (block.kind === "question") return block.text.replace(/^/gm, "    ");
  if (block.kind === "code") return `    ${block.text}`;
  return block.text;
}

function asHtml(block: Block): string {
  if (block.kind === "link") return `<p><a href="${escaped(block.url)}">${escaped(block.label)}</a></p>`;
  if (block.kind === "question")
    return `<blockquote style="margin:16px 0;padding:0 16px;border-left:3px solid #b9b6ad">${lines(block.text)}</blockquote>`;
  if (block.kind === "code")
    return `<p style="font-family:monospace;font-size:18px">${escaped(block.text)}</p>`;
  return `<p>${lines(block.text)}</p>`;
}

const page = (body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="max-width:36em;margin:0 auto;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5">
${body}
</body>
</html>
`;

const lines = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
