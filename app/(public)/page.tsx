import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { environment } from "@/db/environment";
import { type PublicStudy, published } from "@/db/queries/published";
import { ReaderPage } from "./_frame/reader-page";
import { CurrentStudy } from "./_landing/current-study";
import { DemoWays } from "./_landing/demo-ways";
import { OpenStudies, PublishedStudies } from "./_landing/study-lists";
import { Trust } from "./_landing/trust";

/** The start page: the current question, what is open, what is published, and why it can be trusted. */
export default async function LandingPage() {
  const studies = await published(visitor, {});
  const current = currentOf(studies);
  const rehearsal = studies.find((study) => study.simulated && study.edition !== null);
  return (
    <ReaderPage width="wide">
      {current ? <CurrentStudy study={current} /> : <NoStudy />}
      {environment().demo ? <DemoWays rehearsal={rehearsal?.slug} /> : null}
      <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PublishedStudies studies={studies.filter((study) => study.edition !== null)} />
        <OpenStudies studies={studies.filter((study) => study.phase === "open")} />
      </div>
      <Trust organiser={current?.organiser} />
    </ReaderPage>
  );
}

/** The study with a real panel that is open, else one about to open, else the newest; a simulated one if need be. */
const currentOf = (studies: readonly PublicStudy[]): PublicStudy | undefined =>
  [...studies].sort((a, b) => rank(a) - rank(b))[0];

const rank = ({ simulated, phase }: PublicStudy): number =>
  (simulated ? 10 : 0) + ["open", "draft", "between", "concluded", "cancelled"].indexOf(phase);

async function NoStudy() {
  const text = await getTranslations("public.landing");
  return (
    <div className="prose">
      <h1>{text("none-title")}</h1>
      <p>{text("none")}</p>
    </div>
  );
}
