import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { INTERESTS } from "@/delphi/about-expert";
import { verdictsThatFlip } from "@/delphi/attrition";
import type { Published } from "../_data/data-file";
import { aboutExperts } from "../_results/about-experts";
import { paragraphs } from "./blocks";
import type { Sections } from "./report";

/** What the facilitators make of it, beside the facts that limit it, and what they declare. */
export async function discussionBlocks({ edition, digest }: Published, url: string): Promise<Sections> {
  const text = await getTranslations("public.report.discussion");
  const cite = await getTranslations("public.results.cite");
  const { day } = await dates();
  const { study, rounds, reporting = {} } = edition;
  const [first, last] = [rounds[0]!, rounds.at(-1)!];
  const flips = rounds.reduce(
    (sum, { attrition }) => sum + (attrition ? verdictsThatFlip(attrition).length : 0),
    0,
  );
  const withheld = last.figures.filter((figure) => figure.withheld !== null).length;
  const declared = (await aboutExperts(edition)).filter(({ item }) => item.id === INTERESTS);
  const interests = paragraphs(declared.map(({ finding }) => text("interests", { finding })).join(" "));
  return {
    limits: [
      ...paragraphs(reporting.limitations),
      {
        kind: "list",
        texts: [
          text("response", {
            first: first.submitted,
            invited: first.invited,
            last: last.submitted,
            lastInvited: last.invited,
            rounds: rounds.length,
          }),
          ...(rounds.length > 1 ? [text("attrition", { flips })] : []),
          text("withheld", { withheld, figures: last.figures.length }),
          text("chosen"),
        ],
      },
    ],
    literature: paragraphs(reporting.comparison),
    use: [...paragraphs(reporting.validation), ...paragraphs(reporting.dissemination)],
    funding: paragraphs(reporting.funding),
    interests: [...interests, ...paragraphs(reporting.interests)],
    ethics: paragraphs(reporting.ethics),
    data: [
      ...paragraphs(text("data", { url })),
      ...paragraphs(
        cite("text", {
          organiser: study.organiser || "Tholos",
          title: study.title,
          number: edition.number,
          date: day(edition.publishedOn),
          rounds: rounds.length,
          simulated: study.simulated ? "yes" : "no",
          url,
          digest: digest.slice(0, 16),
        }),
      ),
      { kind: "quiet", text: text("digest", { digest }) },
    ],
  };
}
