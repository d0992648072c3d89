/**
 * The one spelling of an e-mail address in this system, or null where the text is not exactly one plain
 * address. Lists, quotes, comments and control characters are refused rather than repaired.
 */
export function normalAddress(text: string): string | null {
  const address = text.normalize("NFKC").trim().toLowerCase();
  if (address.length > 254) return null;
  return /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(
    address,
  ) &&
    !address.startsWith(".") &&
    !address.includes("..") &&
    !address.includes(".@")
    ? address
    : null;
}
