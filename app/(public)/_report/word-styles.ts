type Look = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sans?: boolean;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly before?: number;
  readonly after?: number;
  /** A heading, which stands in the navigation. */
  readonly level?: 0 | 1 | 2;
  readonly indent?: boolean;
};

const LOOKS: readonly Look[] = [
  { id: "Normal", name: "Normal", size: 21, after: 120 },
  { id: "Title", name: "Title", size: 52, bold: true, before: 120, after: 160 },
  { id: "Subtitle", name: "Subtitle", size: 26, after: 240 },
  { id: "Mark", name: "Mark", size: 20, sans: true, bold: true, colour: "9A3F12" },
  { id: "Quiet", name: "Quiet", size: 17, sans: true, colour: "5C584F", after: 100 },
  { id: "Heading1", name: "heading 1", size: 36, bold: true, after: 160, level: 0, before: 480 },
  { id: "Heading2", name: "heading 2", size: 27, bold: true, before: 300, after: 80, level: 1 },
  { id: "Heading3", name: "heading 3", size: 22, bold: true, before: 200, after: 40, level: 2 },
  { id: "ListBullet", name: "List Bullet", size: 21, after: 60 },
  { id: "Quote", name: "Quote", size: 21, after: 100, indent: true },
  { id: "Caption", name: "caption", size: 19, sans: true, bold: true, before: 200, after: 60 },
  {
    id: "TableHead",
    name: "Table Head",
    size: 16,
    sans: true,
    bold: true,
    colour: "5C584F",
    before: 30,
    after: 30,
  },
  { id: "TableText", name: "Table Text", size: 16, sans: true, before: 30, after: 30 },
  { id: "Contents", name: "Contents", size: 19, sans: true, after: 20 },
  { id: "Footer", name: "footer", size: 15, sans: true, colour: "5C584F" },
];

const styleOf = (look: Look): string => {
  const face = look.sans ? "Arial" : "Georgia";
  const fallback = look.sans ? "Arial" : "Times New Roman";
  const paragraph = [
    ...(look.level !== undefined ? ["<w:keepNext/>"] : []),
    ...(look.id === "Caption" ? ["<w:keepNext/>"] : []),
    `<w:spacing w:before="${look.before ?? 0}" w:after="${look.after ?? 0}" w:line="${look.sans ? 252 : 276}" w:lineRule="auto"/>`,
    ...(look.indent ? ['<w:ind w:left="340"/>'] : []),
    ...(look.level !== undefined ? [`<w:outlineLvl w:val="${look.level}"/>`] : []),
  ].join("");
  const run = [
    `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:cs="${fallback}"/>`,
    ...(look.bold ? ["<w:b/><w:bCs/>"] : []),
    ...(look.colour ? [`<w:color w:val="${look.colour}"/>`] : []),
    `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`,
  ].join("");
  const usual = look.id === "Normal";
  return `<w:style w:type="paragraph"${usual ? ' w:default="1"' : ""} w:styleId="${look.id}"><w:name w:val="${look.name}"/>${usual ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const WORD_STYLES = `${XML}<w:styles ${W}>${LOOKS.map(styleOf).join("")}</w:styles>`;

export const WORD_NUMBERING = `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
