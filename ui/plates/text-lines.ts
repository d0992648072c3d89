/** Widths of characters as shares of the font size, of both faces at their widest use; others are taken as wide. */
const NARROW = new Set("iljtfrI.,:;'’“”|!()[]·- ");
const WIDE = new Set("mwMWQO%@—");

const widthOf = (character: string): number => {
  if (NARROW.has(character)) return 0.34;
  if (WIDE.has(character)) return 0.92;
  if (/[A-Z0-9ÄÖÜ]/.test(character)) return 0.68;
  return character.codePointAt(0)! < 0x2e80 ? 0.56 : 1.05;
};

/** About how wide a text stands, in pixels; rather more than less, so that nothing runs over an edge. */
const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + widthOf(character), 0) * size;

/**
 * A text in lines that fit a width: a picture has no browser to wrap it. A word longer than the line is cut; with
 * more than `most` lines the last ends in an ellipsis.
 */
export function textLines(text: string, size: number, width: number, most = 99): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, size, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), ellipsed(lines[most - 1]!, size, width)];
}

function pieces(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const cut: string[] = [""];
  for (const character of word) {
    if (textWidth(cut.at(-1)! + character, size) > width) cut.push("");
    cut[cut.length - 1] += character;
  }
  return cut;
}

function ellipsed(line: string, size: number, width: number): string {
  let kept = line;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
