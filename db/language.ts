const CODES =
  "ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lb lt lv mk mn ms mt nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh".split(
    " ",
  );

/** A language by its code, its English name or its own, each in lower case. */
const byName = new Map(
  CODES.flatMap((code) =>
    [code, nameOf(code, "en"), nameOf(code, code)].map((name) => [name.toLowerCase(), code] as const),
  ),
);

function nameOf(code: string, within: string): string {
  return new Intl.DisplayNames([within], { type: "language" }).of(code) ?? code;
}

/** A typed language as its code (de, pt-BR); null where it is none. Empty stays empty. */
export function languageCode(typed: string): string | null {
  const plain = typed.trim();
  if (plain === "") return "";
  const named = byName.get(plain.toLowerCase());
  if (named) return named;
  try {
    const [code] = Intl.getCanonicalLocales(plain.replace("_", "-"));
    return code && CODES.includes(code.split("-")[0]!) ? code : null;
  } catch {
    return null;
  }
}
