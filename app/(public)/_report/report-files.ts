import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { dataFile, fileName, type Published } from "../_data/data-file";
import { keptFile } from "../_data/kept-file";
import { isSame, type SectionPages, sectionPages } from "./pdf-pages";
import { makeReport } from "./report";
import { reportHtml } from "./report-html";
import { printed, printer } from "./report-pdf";
import { reportWord } from "./report-word";

/** The report to read in a browser and to print from it. */
export const reportPage = dataFile(async (published) => {
  const { html, policy } = await page(published);
  return {
    type: "text/html; charset=utf-8",
    name: fileName(published, "report.html"),
    body: html,
    shownUnder: policy,
  };
});

/** The same as a document for word processors. */
export const reportDocx = dataFile(async (published) => ({
  type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  name: fileName(published, "report.docx"),
  body: await keptFile(published, "report.docx", async () =>
    reportWord(await makeReport(published), published.edition.publishedOn),
  ),
}));

/** The same as a PDF, where this machine has a browser that prints; otherwise how to come by one. */
export const reportPdf = dataFile(async (published) => {
  const body = await printedReport(published);
  if (body) return { type: "application/pdf", name: fileName(published, "report.pdf"), body };
  const text = await getTranslations("public.report");
  const { slug } = published.edition.study;
  const url = `${environment().url}/studies/${slug}/editions/${published.edition.number}/report`;
  return new Response(`${text("no-pdf", { url })}\n`, {
    status: printer() ? 503 : 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
});

/** On which page of the PDF each section begins; nothing where there is none. It may have to be printed first. */
export async function reportPages(published: Published): Promise<SectionPages> {
  const pdf = await printedReport(published);
  return pdf ? sectionPages(pdf) : new Map();
}

/** Printed twice, since only then the guidelines can name pages; without them, should naming them move a section. */
const printedReport = (published: Published) =>
  keptFile(published, "report.pdf", async () => {
    const plain = await printed((await page(published)).html);
    const pages = plain ? sectionPages(plain) : new Map<string, number>();
    if (pages.size === 0) return plain;
    const paged = await printed((await written(published, pages)).html);
    return paged && isSame(pages, sectionPages(paged)) ? paged : plain;
  });

const page = (published: Published) => keptFile(published, "report.html", () => written(published));

async function written(published: Published, pages?: SectionPages) {
  const text = await getTranslations("public.report");
  return reportHtml(await makeReport(published, pages), text(printer() ? "print-or-file" : "print"));
}
