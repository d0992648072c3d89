import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { Results } from "@/db/queries/results";
import { canBeExplored } from "../_explore/explored-edition";
import { Section } from "../_frame/article";
import { Digest } from "../_frame/method-text";
import { printer } from "../_report/report-pdf";
import { Pictures } from "./pictures";

const FILES = [
  { name: "bundle.zip", label: "bundle" },
  { name: "results.xlsx", label: "xlsx" },
  { name: "results.csv", label: "csv" },
  { name: "results.json", label: "json" },
  { name: "results-columns.csv", label: "columns" },
] as const;

const REPORTS = [
  { name: "report", label: "report" },
  { name: "report.pdf", label: "report-pdf" },
  { name: "report.docx", label: "report-word" },
] as const;

/** The edition's files and digests, and the way to every other edition. */
export async function Data({
  published: { edition, digest },
  editions,
}: {
  published: NonNullable<Results["published"]>;
  editions: Results["editions"];
}) {
  const text = await getTranslations("public.results");
  const { day } = await dates();
  const { slug } = edition.study;
  const receipts = edition.receipts.reduce((sum, round) => sum + round.counted.length, 0);
  return (
    <Section
      id="data"
      title={text("data.title")}
      note={
        <>
          <p>{text("data.receipts", { count: receipts })}</p>
          <p>
            <Link href={`/studies/${slug}/receipts`} className="link">
              {text("data.look-up")}
            </Link>
          </p>
          <p>
            <Link href="/verify" className="link">
              {text("data.verify")}
            </Link>
          </p>
        </>
      }
    >
      <p>{text("data.lead")}</p>
      <ul className="space-y-1">
        {FILES.map(({ name, label }) => (
          <li key={name}>
            <a href={`/studies/${slug}/editions/${edition.number}/${name}`} download className="link">
              {text(`data.${label}`)}
            </a>
          </li>
        ))}
      </ul>
      {canBeExplored(edition) ? (
        <p>
          {text("explore-lead")}{" "}
          <a href={`/studies/${slug}/results/explore`} className="link">
            {text("explore")}
          </a>
        </p>
      ) : null}
      <p>{text("data.report-lead")}</p>
      <ul className="space-y-1">
        {REPORTS.filter(({ name }) => name !== "report.pdf" || printer() !== null).map(({ name, label }) => (
          <li key={name}>
            <a href={`/studies/${slug}/editions/${edition.number}/${name}`} className="link">
              {text(`data.${label}`)}
            </a>
          </li>
        ))}
      </ul>
      <Pictures edition={edition} />
      <p>
        <a href={`/studies/${slug}/feed.xml`} className="link">
          {text("data.feed")}
        </a>
      </p>
      <Digest label={text("data.digest")} digest={digest} />
      {edition.previous ? <Digest label={text("data.previous")} digest={edition.previous} /> : null}
      {editions.length > 1 ? (
        <>
          <h3 className="pt-2">{text("data.editions")}</h3>
          <ul className="space-y-1">
            {editions.map((one) => (
              <li key={one.number}>
                <Link href={`/studies/${slug}/editions/${one.number}`} className="link">
                  {text("edition", { number: one.number, date: day(one.publishedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

/** Where the study is not public, no address leads to its files. */
export async function NoData() {
  const text = await getTranslations("public.results");
  return (
    <Section id="data" title={text("data.title")}>
      <p>{text("data.not-public")}</p>
    </Section>
  );
}
