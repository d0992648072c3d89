import { strToU8, type Zippable, zipSync } from "fflate";
import { platePng } from "../_plates/plate-image";
import { type Block, beginsPage, type Report } from "./blocks";
import { WORD_NUMBERING, WORD_STYLES } from "./word-styles";
import { escaped, paragraph, wordPicture, wordTable } from "./word-xml";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A report as a document for word processors (WordprocessingML), so that its texts can be worked into a paper. */
export async function reportWord(report: Report, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = report.blocks.filter((block) => block.kind === "picture");
  const drawn = await Promise.all(pictures.map(({ plate }) => platePng(plate)));
  const body = report.blocks.map((block) => written(block, pictures, drawn)).join("");
  const related = [
    ["styles", "styles.xml", "rId1"],
    ["numbering", "numbering.xml", "rId2"],
    ["footer", "footer1.xml", "rId3"],
    ...drawn.map((_, at) => ["image", `media/picture${at + 1}.png`, `rIdP${at + 1}`]),
  ];
  const files: Zippable = {
    "[Content_Types].xml": strToU8(TYPES),
    "_rels/.rels": strToU8(
      relations([
        ["officeDocument", "word/document.xml", "rId1"],
        ["core", "docProps/core.xml", "rId2"],
      ]),
    ),
    "docProps/core.xml": strToU8(core(report, day)),
    "word/document.xml": strToU8(
      `${XML}<w:document ${NAMESPACES}><w:body>${front(report)}${body}${PAGE}</w:body></w:document>`,
    ),
    "word/_rels/document.xml.rels": strToU8(relations(related)),
    "word/styles.xml": strToU8(WORD_STYLES),
    "word/numbering.xml": strToU8(WORD_NUMBERING),
    "word/footer1.xml": strToU8(footer(report.foot)),
    ...Object.fromEntries(drawn.map((png, at) => [`word/media/picture${at + 1}.png`, png])),
  };
  return new Uint8Array(zipSync(files, { level: 9, mtime: new Date(1980, 0, 1), os: 0 }));
}

const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${CONTENT}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="${CONTENT}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const relations = (all: readonly (readonly string[])[]): string =>
  `${XML}<Relationships xmlns="${RELATIONSHIPS}">${all
    .map(([type, target, id]) => {
      const kind = type === "core" ? `${RELATIONSHIPS}/metadata/core-properties` : `${OFFICE}/${type}`;
      return `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
    })
    .join("")}</Relationships>`;

const core = ({ title, over, facts }: Report, day: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(`${title}. ${over}`)}</dc:title><dc:creator>${escaped(facts[0]![1])}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`;

const footer = (foot: string): string =>
  `${XML}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${escaped(foot)}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`;

type Head = Extract<Block, { kind: "chapter" | "section" }>;

function front({ marks, over, title, question, facts, contents, blocks }: Report): string {
  const heads = blocks.filter((block): block is Head => block.kind === "chapter" || block.kind === "section");
  return [
    ...marks.flatMap(({ mark, sentence }) => [paragraph(mark, "Mark"), paragraph(sentence, "Quiet")]),
    paragraph(over, "Quiet"),
    paragraph(title, "Title"),
    paragraph(question, "Subtitle"),
    ...facts.map(([term, fact]) => paragraph(`${term}: ${fact}`, "Quiet")),
    paragraph(contents, "Heading3"),
    ...heads.map(({ kind, number, text }) =>
      paragraph(`${kind === "section" ? "      " : ""}${number}  ${text}`, "Contents"),
    ),
  ].join("");
}

type Picture = Extract<Block, { kind: "picture" }>;

function written(block: Block, pictures: readonly Picture[], drawn: readonly Uint8Array[]): string {
  switch (block.kind) {
    case "chapter":
      return paragraph(`${block.number}  ${block.text}`, "Heading1", { page: beginsPage(block.number) });
    case "section":
      return paragraph(`${block.number}  ${block.text}`, "Heading2");
    case "heading":
      return paragraph(block.text, "Heading3");
    case "paragraph":
      return paragraph(block.text, "Normal");
    case "quiet":
      return paragraph(block.text, "Quiet");
    case "list":
      return block.texts.map((text) => paragraph(text, "ListBullet", { bullet: true })).join("");
    case "quotes":
      return block.texts.map((text) => paragraph(text, "Quote")).join("");
    case "table":
      return paragraph(block.caption, "Caption") + wordTable(block.columns, block.rows);
    case "picture": {
      const at = pictures.indexOf(block);
      const { texts } = block.plate.props as { texts: { title: string; caption: string } };
      // A PNG says its size in the first bytes of its head.
      const head = new DataView(drawn[at]!.buffer, drawn[at]!.byteOffset);
      return wordPicture(at + 1, head.getUint32(16), head.getUint32(20), `${texts.title}. ${texts.caption}`);
    }
  }
}
