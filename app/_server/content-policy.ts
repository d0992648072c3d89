/**
 * What a browser may load and run on a page: our own files, and scripts that carry this answer's nonce or were
 * loaded by one that does. Nothing inline, no other origin, no frame around it.
 * @param place the preview of a questionnaire stands in a frame of the desk, and no other page in any
 * @param developing the reloading server evaluates what it sends and writes style sheets into the page
 */
export function pagePolicy(nonce: string, place: string, developing = false): string {
  return policy({
    ...(place.startsWith("/preview/") && { "frame-ancestors": "'self'" }),
    ...(/^\/desk\/studies\/[^/]+\/preview$/.test(place) && { "frame-src": "'self'" }),
    "script-src": `'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    "style-src": developing ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
  });
}

/** For every answer that is no page: it loads nothing. */
export const filePolicy = (): string => policy({ "form-action": "'none'" });

function policy(directives: Readonly<Partial<Record<string, string>>>): string {
  const all = {
    "default-src": "'none'",
    "frame-ancestors": "'none'",
    ...directives,
    "base-uri": "'none'",
    "object-src": "'none'",
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
