const LONGEST = 40_000;
const DEEPEST = 60;
const MARKS = new Set(["refetch", "inside-shared-layout", "metadata-only"]);

/**
 * Whether a header holds what the router's script says of the page it stands on, in the framework's own encoding.
 * On anything else the framework fails; without the header it answers with the whole page.
 */
export function isRouterState(header: string): boolean {
  if (header.length > LONGEST) return false;
  try {
    return isTree(JSON.parse(decodeURIComponent(header)), 0);
  } catch {
    return false;
  }
}

/** Segment, children by slot, and up to four notes of the router. */
function isTree(node: unknown, depth: number): boolean {
  if (!Array.isArray(node) || node.length < 2 || node.length > 6 || depth > DEEPEST) return false;
  const [segment, children, source, mark, hints, key] = node as unknown[];
  return (
    isSegment(segment) &&
    typeof children === "object" &&
    children !== null &&
    !Array.isArray(children) &&
    Object.values(children).every((child) => isTree(child, depth + 1)) &&
    (source == null || isStrings(source, 2)) &&
    (mark == null || MARKS.has(mark as string)) &&
    (hints == null || typeof hints === "number") &&
    (key === undefined || typeof key === "string")
  );
}

function isSegment(segment: unknown): boolean {
  if (typeof segment === "string") return true;
  if (!Array.isArray(segment) || segment.length !== 4) return false;
  const [name, value, kind, siblings] = segment as unknown[];
  return (
    isStrings([name, value, kind], 3) &&
    /^(c|oc|d|[cd]i\(\.{1,3}\)(\(\.\.\))?)$/.test(kind as string) &&
    (siblings === null || (Array.isArray(siblings) && isStrings(siblings, siblings.length)))
  );
}

const isStrings = (given: unknown, length: number): boolean =>
  Array.isArray(given) && given.length === length && given.every((one) => typeof one === "string");
