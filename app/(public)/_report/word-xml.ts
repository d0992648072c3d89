import { xmlText } from "@/delphi/deposit/xml-text";

export const escaped = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Whether a text is read from the right, by its first letter that has a direction. */
const fromTheRight = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);

/** A paragraph in a style of the document; lines of a text stay lines. */
export function paragraph(
  text: string,
  style: string,
  { bullet = false, end = false, page = false } = {},
): string {
  const right = fromTheRight(text);
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    ...(page ? ["<w:pageBreakBefore/>"] : []),
    ...(bullet ? ['<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'] : []),
    ...(right ? ["<w:bidi/>"] : []),
    ...(end ? ['<w:jc w:val="right"/>'] : []),
  ].join("");
  const run = right ? "<w:rPr><w:rtl/></w:rPr>" : "";
  const lines = escaped(text)
    .split(/\r\n|[\r\n]/)
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join("<w:br/>");
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${run}${lines}</w:r></w:p>`;
}

/** The width of the text on a page, in twentieths of a point. */
const TEXT_WIDTH = 9638;

type Column = { readonly label: string; readonly width: number; readonly numeric?: boolean };

/** A table whose head stands on every page that it runs over. */
export function wordTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ width }) => Math.round((width / 100) * TEXT_WIDTH));
  const cell = (text: string, at: number, style: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(text, style, { end: columns[at]?.numeric === true })}</w:tc>`;
  const row = (cells: readonly string[], style: string, properties: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.map((text, at) => cell(text, at, style)).join("")}</w:tr>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="DCD7CB"/><w:insideH w:val="single" w:sz="4" w:color="DCD7CB"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    row(
      columns.map(({ label }) => label),
      "TableHead",
      "<w:tblHeader/>",
    ),
    ...rows.map((cells) => row(cells, "TableText", "")),
    "</w:tbl>",
    paragraph("", "TableText"),
  ].join("");
}

/** English Metric Units to a pixel of 96 to the inch. */
const EMU = 9525;
const PICTURE_WIDTH = 640;

/** A picture of `width` by `height`, as wide as the text, with words for who doesn't see it. */
export function wordPicture(at: number, width: number, height: number, words: string): string {
  const [cx, cy] = [PICTURE_WIDTH * EMU, Math.round((PICTURE_WIDTH * EMU * height) / width)];
  const name = `<wp:docPr id="${at}" name="Picture ${at}" descr="${escaped(words)}"/>`;
  return [
    '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent cx="${cx}" cy="${cy}"/>${name}<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${at}" name="picture${at}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP${at}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
    "</wp:inline></w:drawing></w:r></w:p>",
  ].join("");
}
