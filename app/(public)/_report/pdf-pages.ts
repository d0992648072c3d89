/** On which page each section of a printed report begins, by the section's number: "3.2" on 7. */
export type SectionPages = ReadonlyMap<string, number>;

/**
 * Reads the pages from the places that the list of contents leads to. Chromium writes these, and the order of its
 * pages, as plain text.
 * @returns nothing where the file doesn't tell
 */
export function sectionPages(pdf: Uint8Array): SectionPages {
  const text = Buffer.from(pdf).toString("latin1");
  const order = pageOrder(text);
  const places = text.matchAll(/\/s([0-9a-c])(?:-(\d+))? \[(\d+) 0 R \/XYZ/g);
  return new Map(
    [...places].flatMap(([, chapter, section, page]): [string, number][] => {
      const at = order.indexOf(page!);
      const number = [chapter!.toUpperCase(), section].filter(Boolean).join(".");
      return at < 0 ? [] : [[number, at + 1]];
    }),
  );
}

export const isSame = (one: SectionPages, other: SectionPages): boolean =>
  one.size === other.size && [...one].every(([number, page]) => other.get(number) === page);

/** The numbers of the objects that are pages, in the order in which they are turned. */
function pageOrder(text: string): readonly string[] {
  const branches = new Map(
    [...text.matchAll(/(\d+) 0 obj\s*<<\/Type \/Pages\b([^>]*)>>/g)].map(([, id, body]) => [
      id!,
      {
        kids: [...(/\/Kids \[([^\]]*)\]/.exec(body!)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(
          ([, kid]) => kid!,
        ),
        isRoot: !body!.includes("/Parent"),
      },
    ]),
  );
  const leaves = (id: string): readonly string[] => branches.get(id)?.kids.flatMap(leaves) ?? [id];
  return [...branches].filter(([, { isRoot }]) => isRoot).flatMap(([id]) => leaves(id));
}
