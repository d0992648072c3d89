import path from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { ReactElement } from "react";
import { xmlText } from "@/delphi/deposit/xml-text";
import type { Published } from "../_data/data-file";
import { makePlate } from "./make-plate";
import { plateNames } from "./plate-names";

/** The width of a picture as a file, in pixels. */
export const WIDE = 960;

/** Faces as files that the drawing library reads: it draws no text at all with web fonts, and does not say so. */
const FACES = [
  ["inter", "400Regular", "Inter_400Regular"],
  ["inter", "600SemiBold", "Inter_600SemiBold"],
  ["source-serif-4", "400Regular", "SourceSerif4_400Regular"],
  ["source-serif-4", "600SemiBold", "SourceSerif4_600SemiBold"],
].map(([family, weight, name]) =>
  path.join(process.cwd(), "node_modules", "@expo-google-fonts", family!, weight!, `${name}.ttf`),
);

/** Scripts and emoji that the house's faces have no letters for are drawn with what the machine has, if anything. */
const BEYOND_OUR_FACES = /[\u0530-\u1dff\u2300-\u{10ffff}]/u;

/** A picture as an SVG file. */
export async function plateSvg(plate: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return xmlText(renderToStaticMarkup(plate));
}

/** The same as a PNG of twice its size in pixels, sharp on paper and on fine screens. */
export async function platePng(plate: ReactElement): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await plateSvg(plate);
  const drawn = new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles: FACES, loadSystemFonts: BEYOND_OUR_FACES.test(svg), defaultFontFamily: "Inter" },
  }).render();
  return new Uint8Array(drawn.asPng());
}

/**
 * Every picture of an edition as SVG, by file name. Pictures of pixels would make most bundles larger than the
 * megabyte that the page /verify takes; they can be had one by one.
 */
export async function plateFiles(published: Published): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of plateNames(published.edition)) {
    const [plate] = (await makePlate(published, name, [WIDE])) ?? [];
    if (plate) files.set(`${name.name}.svg`, await plateSvg(plate));
  }
  return files;
}
