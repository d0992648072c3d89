import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { visitor } from "@/db/actor";
import { type PublicStudy, published } from "@/db/queries/published";
import { ReaderPage } from "../_frame/reader-page";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.privacy");
  return { title: text("title") };
}

const CHAPTERS: readonly { title: string; paragraphs: readonly string[] }[] = [
  { title: "readers", paragraphs: ["readers-text"] },
  { title: "experts", paragraphs: ["experts-stored", "experts-cookie", "experts-published"] },
  { title: "facilitators", paragraphs: ["facilitators-text"] },
  { title: "basis", paragraphs: ["basis-text"] },
  { title: "retention", paragraphs: ["retention-text"] },
  { title: "rights", paragraphs: ["rights-text"] },
  { title: "limits", paragraphs: ["limits-text"] },
];

/** What is stored about people, why, for how long, and who answers for it. */
export default async function PrivacyPage() {
  const text = await getTranslations("public.privacy");
  const studies = (await published(visitor, {})).filter((study) => !study.simulated);
  return (
    <ReaderPage>
      <div className="prose">
        <h1>{text("title")}</h1>
        <p>{text("lead")}</p>
        <h2>{text("controller")}</h2>
        <p>{text(studies.length === 0 ? "controller-none" : "controller-lead")}</p>
        <Controllers studies={studies} />
        {CHAPTERS.map(({ title, paragraphs }) => (
          <Fragment key={title}>
            <h2>{text(title)}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{text(paragraph)}</p>
            ))}
          </Fragment>
        ))}
      </div>
    </ReaderPage>
  );
}

async function Controllers({ studies }: { studies: readonly PublicStudy[] }) {
  const text = await getTranslations("public.privacy");
  return (
    <ul>
      {studies.map(({ slug, title, organiser, contact }) => (
        <li key={slug}>
          {text(contact ? "controller-contact" : "controller-row", {
            title,
            organiser: organiser || text("controller-unnamed"),
            contact,
          })}
        </li>
      ))}
    </ul>
  );
}
