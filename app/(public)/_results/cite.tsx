import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { environment } from "@/db/environment";
import { licenceUrl } from "@/delphi/licence";
import type { Edition } from "@/delphi/publication";
import { Section } from "../_frame/article";

/** A reference that names the edition, so that what is cited can be found and compared. */
export async function Cite({ edition, digest }: { edition: Edition; digest: string }) {
  const text = await getTranslations("public.results.cite");
  const { day } = await dates();
  const { slug, title, organiser, simulated, licence } = edition.study;
  return (
    <Section id="cite" title={text("title")}>
      <p className="border-l-2 border-line pl-4 [overflow-wrap:anywhere] select-all">
        {text("text", {
          organiser: organiser || "Tholos",
          title,
          number: edition.number,
          date: day(edition.publishedOn),
          rounds: edition.rounds.length,
          simulated: simulated ? "yes" : "no",
          url: `${environment().url}/studies/${slug}/editions/${edition.number}`,
          digest: digest.slice(0, 16),
        })}
      </p>
      {licence ? (
        <p>
          {text("licence")}{" "}
          <a href={licenceUrl(licence)} rel="license" className="link">
            {licence}
          </a>
          .
        </p>
      ) : null}
    </Section>
  );
}
