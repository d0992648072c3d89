/** A text in lines of at most `width` characters, so that it reads well in any editor; a longer word stays whole. */
export function wrappedLines(text: string, width: number): readonly string[] {
  return text.split(/\r\n|[\r\n]/).flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const line = lines.at(-1);
      if (line !== undefined && line.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}
