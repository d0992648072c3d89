import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { type ConsensusMark, type StabilityMark, VerdictGlyph } from "@/ui/verdict";
import { ReaderPage } from "../_frame/reader-page";
import { Definitions } from "./definitions";
import { Measures } from "./measures";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.method");
  return { title: text("title") };
}

const MARKS: readonly (ConsensusMark | StabilityMark)[] = [
  "agreed",
  "majority",
  "divided",
  "open",
  "steady",
  "moving",
];
const CHAPTERS = ["figures", "small", "change", "definitions", "measures"] as const;

/** What a Delphi is and how its figures and verdicts are to be read. */
export default async function MethodPage() {
  const text = await getTranslations("public.method");
  const verdict = await getTranslations("shared.reading.verdict");
  return (
    <ReaderPage current="method">
      <div className="prose">
        <h1>{text("title")}</h1>
        <p>{text("lead")}</p>
        <h2>{text("verdicts")}</h2>
        <p>{text("verdicts-text")}</p>
        <dl className="space-y-3">
          {MARKS.map((mark) => (
            <div key={mark} className="sm:grid sm:grid-cols-[7.5rem_minmax(0,1fr)]">
              <dt className="flex items-center gap-2 self-start pt-1 font-sans text-base font-medium">
                <VerdictGlyph mark={mark} />
                {verdict(mark)}
              </dt>
              <dd>{text(mark)}</dd>
            </div>
          ))}
        </dl>
        {CHAPTERS.map((chapter) => (
          <Fragment key={chapter}>
            <h2>{text(chapter)}</h2>
            <p>{text(`${chapter}-text`)}</p>
            {chapter === "definitions" ? <Definitions /> : null}
          </Fragment>
        ))}
        <Measures />
      </div>
    </ReaderPage>
  );
}
