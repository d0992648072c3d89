import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { importedNotes } from "@/app/_server/imported";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { ReaderPage } from "../../../_frame/reader-page";
import { StudyStrips } from "../../../_frame/study-strips";
import { LookUpForm } from "./look-up-form";

type Props = { params: Promise<{ slug: string }> };

const read = async ({ params }: Props) => {
  const { slug } = await params;
  return load(() => results(visitor, { study: slug }));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const text = await getTranslations("public.receipts");
  return { title: text("page-title", { title: (await read(props)).title }) };
}

/** Where an expert, or anybody they give a receipt to, finds out without an account whether it was counted. */
export default async function ReceiptsPage(props: Props) {
  const text = await getTranslations("public.receipts");
  const { slug, title, simulated, published } = await read(props);
  const lists = published?.edition.receipts ?? [];
  return (
    <ReaderPage
      current="studies"
      context={title}
      strips={<StudyStrips simulated={simulated} rounds={published?.edition.rounds} />}
    >
      <div className="prose">
        <h1>{text("title")}</h1>
        {(await importedNotes(published?.edition.rounds ?? [])).slice(-1).map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{text(published ? "lead" : "none", { edition: published?.edition.number ?? 0 })}</p>
      </div>
      {published ? (
        <div className="mt-8 max-w-measure space-y-10">
          <LookUpForm
            study={slug}
            words={{
              receipt: text("receipt"),
              hint: text("hint"),
              send: text("send"),
              malformed: text("malformed"),
              found: text("found"),
              missing: text("missing"),
            }}
          />
          <div className="prose">
            <h2>{text("lists")}</h2>
            <p>{text("lists-text")}</p>
            <p>
              <a
                className="link"
                href={`/studies/${slug}/editions/${published.edition.number}/receipts.txt`}
                download
              >
                {text("list", { count: lists.reduce((sum, { counted }) => sum + counted.length, 0) })}
              </a>
            </p>
            <p>{text("proves")}</p>
          </div>
        </div>
      ) : null}
    </ReaderPage>
  );
}
