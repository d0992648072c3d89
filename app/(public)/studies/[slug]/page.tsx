import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { type StudyPage, studyPage } from "@/db/queries/study-page";
import { importedIn } from "@/delphi/imported";
import { ButtonLink } from "@/ui/button";
import { Article, Section } from "../../_frame/article";
import { MethodText } from "../../_frame/method-text";
import { ReaderPage } from "../../_frame/reader-page";
import { StudyStrips } from "../../_frame/study-strips";
import { WaveLine } from "../../_series/wave-line";
import { AtAGlance } from "./_study/at-a-glance";
import { Items } from "./_study/items";
import { Positions } from "./_study/positions";

type Props = { params: Promise<{ slug: string }> };

const read = async (props: Props): Promise<StudyPage> => {
  const { slug } = await props.params;
  return load(() => studyPage(visitor, { study: slug }));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { content } = await read(props);
  return { title: content.title, description: content.question };
}

/** A study as everybody may read about it: question, background, positions, what is asked, and by which rules. */
export default async function StudyReadingPage(props: Props) {
  const text = await getTranslations("public.study");
  const study = await read(props);
  const { content } = study;
  const imported = study.rounds.map((round) => ({ ...round, round: round.number }));
  const chapters = [
    { id: "background", title: text("background") },
    ...(study.positions.length > 0 ? [{ id: "positions", title: text("positions") }] : []),
    { id: "items", title: text("items") },
    { id: "method", title: text("method") },
  ];
  return (
    <ReaderPage
      current="studies"
      width="wide"
      context={content.title}
      strips={<StudyStrips simulated={study.simulated} rounds={imported} />}
    >
      <p className="font-sans text-sm text-muted">{content.title}</p>
      <h1 className="mt-3 max-w-4xl">{content.question}</h1>
      <p className="mt-6">
        {study.editions.length > 0 ? (
          <ButtonLink href={`/studies/${study.slug}/results`}>{text("results")}</ButtonLink>
        ) : (
          <span className="text-muted">{text("results-none")}</span>
        )}
      </p>
      <WaveLine study={study.slug} />
      <Article label={text("contents")} chapters={chapters}>
        <Section id="background" title={text("background")} note={<AtAGlance study={study} />}>
          {paragraphs(content.background)}
          {content.perspective ? (
            <>
              <h3 className="pt-2">{text("perspective")}</h3>
              {paragraphs(content.perspective)}
            </>
          ) : null}
        </Section>
        {study.positions.length > 0 ? <Positions study={study} /> : null}
        <Items study={study} />
        <Section id="method" title={text("method")}>
          <p>
            {text("method-lead", {
              locked: !study.protocolDigest ? "no" : importedIn(imported) ? "imported" : "yes",
            })}
          </p>
          <MethodText
            protocol={study.protocol}
            kinds={study.items.map(({ kind }) => kind)}
            digest={study.protocolDigest}
            file={`/studies/${study.slug}/protocol.json`}
            deviations={study.deviations}
          />
        </Section>
      </Article>
    </ReaderPage>
  );
}

/** Text as it was written: an empty line begins a paragraph. */
const paragraphs = (written: string) =>
  written
    .split(/\n{2,}/)
    .filter((one) => one.trim())
    .map((one) => <p key={one}>{one}</p>);
