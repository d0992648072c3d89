import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { platePng, plateSvg } from "@/app/(public)/_plates/plate-image";
import type { Block, Report } from "@/app/(public)/_report/blocks";
import { sectionPages } from "@/app/(public)/_report/pdf-pages";
import { reportHtml } from "@/app/(public)/_report/report-html";
import { printed, printer } from "@/app/(public)/_report/report-pdf";
import { reportWord } from "@/app/(public)/_report/report-word";
import { paperInk } from "@/ui/plates/ink";
import { Plate } from "@/ui/plates/plate";
import { HARD_TEXTS } from "./a-hard-edition";

const INJECTED = `"}</style><script>alert(1)</script>\\`;
const texts = [...Object.values(HARD_TEXTS), INJECTED];

const plate = createElement(Plate, {
  texts: { title: HARD_TEXTS.quotes, caption: HARD_TEXTS.arabic, source: INJECTED, simulated: null },
  width: 400,
  ink: paperInk,
  body: { height: 40, drawing: null },
});

const blocks: readonly Block[] = [
  { kind: "chapter", number: "1", text: HARD_TEXTS.quotes },
  { kind: "section", number: "1.1", text: HARD_TEXTS.hebrew },
  ...texts.flatMap((text): Block[] => [
    { kind: "heading", text },
    { kind: "paragraph", text },
    { kind: "quiet", text },
  ]),
  { kind: "list", texts },
  { kind: "quotes", texts },
  { kind: "picture", name: "hard", plate },
  {
    kind: "table",
    caption: INJECTED,
    columns: [
      { label: "Text", width: 70 },
      { label: "n", width: 30, numeric: true },
    ],
    rows: texts.map((text, at) => [text, String(at)]),
  },
];
const report: Report = {
  marks: [{ mark: "Simulated panel", sentence: INJECTED }],
  over: "Report",
  title: INJECTED,
  question: HARD_TEXTS.arabic,
  facts: texts.map((text, at) => [`Fact ${at}`, text]),
  contents: "Contents",
  foot: INJECTED,
  blocks,
};

/** Every tag is closed where it should be, and no sign stands bare. */
function wellFormed(xml: string): string | null {
  const open: string[] = [];
  for (const [, tag] of xml.replace(/^<\?xml[^>]*\?>/, "").matchAll(/<([^<>]*)>/g)) {
    if (tag!.startsWith("/")) {
      if (open.pop() !== tag!.slice(1)) return `</${tag!.slice(1)}> closes nothing`;
    } else if (!tag!.endsWith("/")) open.push(tag!.split(/\s/)[0]!);
  }
  if (/&(?!#x?[0-9a-f]+;|amp;|lt;|gt;|quot;)/i.test(xml)) return "a bare &";
  return open.length > 0 ? `${open.join(", ")} left open` : null;
}

describe("a report with hard texts", () => {
  test("is a page without script, with every text as it was written", async () => {
    const { html, policy } = await reportHtml(report, null);
    expect(html).not.toContain("<script");
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("&lt;/style&gt;&lt;script&gt;");
    expect(html).toContain(HARD_TEXTS.arabic);
    expect(html).toContain(HARD_TEXTS.emoji);
    const style = /<style>(.*)<\/style>/s.exec(html)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).not.toContain("unsafe");
    expect(html).not.toMatch(/ style="/);
    expect(html).not.toMatch(/(src|href)="(?!#)/);
  });

  test("is a document of well-formed parts, read from the right where it should be, and the same bytes again", async () => {
    const bytes = await reportWord(report, "2027-05-03");
    expect(await reportWord(report, "2027-05-03")).toEqual(bytes);
    const files = unzipSync(bytes);
    for (const [name, body] of Object.entries(files))
      if (!name.endsWith(".png")) expect([name, wellFormed(strFromU8(body))]).toEqual([name, null]);
    const document = strFromU8(files["word/document.xml"]!);
    expect(document).toContain(HARD_TEXTS.arabic.replaceAll("'", "&#39;"));
    expect(document).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/>/);
    for (const sign of ["\u0001", "\uFFFE"]) expect(document.includes(sign)).toBe(false);
    expect(document).toContain("A tab\there, a line</w:t><w:br/>");
    expect(Object.keys(files)).toContain("word/media/picture1.png");
  });

  test("has pictures that are well-formed files, whatever their titles hold", async () => {
    const title = HARD_TEXTS.control;
    const drawn = createElement(Plate, { ...plate.props, texts: { ...plate.props.texts, title } });
    const svg = await plateSvg(drawn);
    expect(wellFormed(svg)).toBeNull();
    for (const sign of ["\u0001", "\uFFFE"]) expect(svg.includes(sign)).toBe(false);
    expect((await platePng(drawn)).length).toBeGreaterThan(1000);
  });

  test.skipIf(printer() === null)("is printed to a PDF by the browser of this machine", async () => {
    const { html } = await reportHtml(report, null);
    const pdf = await printed(html);
    expect(strFromU8(pdf!.slice(0, 5))).toBe("%PDF-");
    expect(pdf!.length).toBeGreaterThan(10_000);
  });

  test.skipIf(printer() === null)("tells once it is printed on which page each section begins", async () => {
    const long = Array.from(
      { length: 90 },
      (_, line) => ({ kind: "paragraph", text: `Line ${line}` }) as const,
    );
    const longer: Report = {
      ...report,
      blocks: [
        { kind: "chapter", number: "1", text: "First" },
        ...long,
        { kind: "section", number: "1.1", text: "Second" },
        ...long,
        { kind: "chapter", number: "C", text: "Third" },
      ],
    };
    const pages = sectionPages((await printed((await reportHtml(longer, null)).html))!);
    expect([...pages.keys()].toSorted()).toEqual(["1", "1.1", "C"]);
    const [first, second, third] = ["1", "1.1", "C"].map((number) => pages.get(number)!);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first! + 1);
    expect(third).toBeGreaterThan(second!);
    expect(sectionPages(new Uint8Array([37, 80, 68, 70])).size).toBe(0);
  });
});
