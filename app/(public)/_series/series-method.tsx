import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { Series } from "@/db/queries/series";
import { Section } from "../_frame/article";

const FILES = ["series.json", "series.csv"] as const;

/** How to read the lines, what was declared and when, and the figures as files. */
export async function SeriesMethod({
  series: { slug, panelShare, declaredAt, declaredBeforehand, waves },
}: {
  series: Series;
}) {
  const text = await getTranslations("public.series");
  const { day } = await dates();
  const when = waves.length < 2 ? "alone" : declaredBeforehand ? "before" : "after";
  return (
    <>
      <Section id="reading" title={text("method.title")}>
        <p>{text("method.lines")}</p>
        <p>{text("method.breaks", { share: panelShare })}</p>
        <p>{text("method.declared", { share: panelShare, date: day(declaredAt), when })}</p>
        <p>{text("method.people")}</p>
        <p>{text("method.verdicts")}</p>
      </Section>
      <Section
        id="data"
        title={text("data.title")}
        note={
          <p>
            <Link href="/verify" className="link">
              {text("data.verify")}
            </Link>
          </p>
        }
      >
        <p>{text("data.lead")}</p>
        <ul className="space-y-1">
          {FILES.map((name) => (
            <li key={name}>
              <a href={`/series/${slug}/${name}`} download className="link">
                {text(`data.${name === "series.json" ? "json" : "csv"}`)}
              </a>
            </li>
          ))}
        </ul>
        <p>
          <a href={`/series/${slug}/feed.xml`} className="link">
            {text("data.feed")}
          </a>
        </p>
      </Section>
    </>
  );
}
