export type Cell = string | number;

/** A table of plain cells; numbers stand to the right. A wide one scrolls within itself. */
export function htmlTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const numbers = heads.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === "number"));
  const head = heads
    .map((text, at) => `<th scope="col"${numbers[at] ? ' class="n"' : ""}>${escaped(text)}</th>`)
    .join("");
  const body = rows.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`).join("\n");
  return `<div class="wide" tabindex="0"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const cell = (value: Cell): string =>
  typeof value === "number" ? `<td class="n">${value}</td>` : `<td>${escaped(value)}</td>`;

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
