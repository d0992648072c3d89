import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { dataFile, fileName, type Published } from "../_data/data-file";
import { keptFile } from "../_data/kept-file";
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
  const body = await keptFile(published, "report.pdf", async () => printed((await page(published)).html));
  if (body) return { type: "application/pdf", name: fileName(published, "report.pdf"), body };
  const text = await getTranslations("public.report");
  const { slug } = published.edition.study;
  const url = `${environment().url}/studies/${slug}/editions/${published.edition.number}/report`;
  return new Response(`${text("no-pdf", { url })}\n`, {
    status: printer() ? 503 : 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
});

const page = (published: Published) =>
  keptFile(published, "report.html", async () => {
    const text = await getTranslations("public.report");
    return reportHtml(await makeReport(published), text(printer() ? "print-or-file" : "print"));
  });
