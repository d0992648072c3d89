import { z } from "zod";
import { normalAddress } from "./address";
import { PANEL_FIELDS, type PanelField } from "./panel-fields";
import type { PanelLine } from "./panel-lines";

/** How a file is to be read: whether its first line names the columns, and what each column means. */
export const PanelColumns = z.strictObject({
  header: z.boolean(),
  fields: z.array(z.enum(PANEL_FIELDS).nullable()).max(200),
});
export type PanelColumns = Readonly<z.infer<typeof PanelColumns>>;

const HEADS: Readonly<Record<PanelField, readonly string[]>> = {
  name: ["name", "full name", "expert", "person", "participant", "display name"],
  "first-name": ["first name", "firstname", "given name", "forename"],
  "last-name": ["last name", "lastname", "surname", "family name"],
  address: ["email", "e mail", "mail", "address", "e mail address", "email address", "e mail 1 value"],
  stratum: ["stratum", "group", "sector", "category", "stakeholder group"],
  language: ["language", "lang", "locale", "preferred language"],
  note: ["note", "notes", "comment", "comments", "remark", "remarks"],
};

const FIELD_OF = namesOf(HEADS);

/** How a file reads itself; null where it is no table but addresses, one a line, with or without names. */
export function guessColumns(lines: readonly PanelLine[]): PanelColumns | null {
  const [first] = lines;
  if (!first) return null;
  const named = fieldsByHead(first.cells, FIELD_OF);
  if (named.includes("address")) return { header: true, fields: named };
  return byContent(lines, named);
}

/** Every head that a column of a field may have, in small letters. */
export function namesOf<Field extends string>(
  heads: Readonly<Record<Field, readonly string[]>>,
): ReadonlyMap<string, Field> {
  return new Map(
    (Object.keys(heads) as Field[]).flatMap((field) => heads[field].map((head) => [head, field] as const)),
  );
}

/** What each column means by its head; each field once. */
export function fieldsByHead<Field extends string>(
  cells: readonly string[],
  names: ReadonlyMap<string, Field>,
): (Field | null)[] {
  const taken = new Set<Field>();
  return cells.map((cell) => {
    const plain = cell
      .trim()
      .toLowerCase()
      .replace(/[-_\s]+/g, " ");
    const field = names.get(plain);
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

const LOOKED_AT = 200;

/** The column in which most lines have an address; beside it the first is taken for the name, the next for the group. */
function byContent(lines: readonly PanelLine[], named: readonly (PanelField | null)[]): PanelColumns | null {
  const sample = lines.slice(0, LOOKED_AT);
  const width = Math.max(...sample.map(({ cells }) => cells.length));
  if (width < 2) return null;
  const shares = Array.from(
    { length: width },
    (_, at) => sample.filter(({ cells }) => normalAddress(cells[at] ?? "") !== null).length / sample.length,
  );
  const best = shares.indexOf(Math.max(...shares));
  if (shares[best]! <= 0.5) return null;
  const header = lines.length > 1 && !/[@.]/.test(lines[0]!.cells[best] ?? "");
  const known = header ? named : [];
  const fields: (PanelField | null)[] = Array.from({ length: width }, (_, at) =>
    at === best ? "address" : (known[at] ?? null),
  );
  if (known.some((field) => field !== null)) return { header, fields };
  const others = fields.flatMap((field, at) => (field === null ? [at] : []));
  (["name", "stratum"] as const).forEach((field, nth) => {
    if (others[nth] !== undefined) fields[others[nth]] = field;
  });
  return { header, fields };
}
