import { readFileSync } from "node:fs";
import path from "node:path";

const FACES = [
  ["Inter", "inter", "inter-latin-wght-normal"],
  ["Source Serif", "source-serif-4", "source-serif-4-latin-wght-normal"],
] as const;

let made: string | null = null;

/** The house's two faces inside the document, so that it is the same wherever it is opened. */
export function faceRules(): string {
  made ??= FACES.map(([family, folder, file]) => {
    const place = path.join(
      process.cwd(),
      "node_modules/@fontsource-variable",
      folder,
      "files",
      `${file}.woff2`,
    );
    const data = readFileSync(place).toString("base64");
    return `@font-face{font-family:"${family}";font-weight:200 900;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  }).join("");
  return made;
}
