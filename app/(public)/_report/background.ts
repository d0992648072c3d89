import { getTranslations } from "next-intl/server";
import type { Edition } from "@/delphi/publication";
import { paragraphs } from "./blocks";
import type { Sections } from "./report";

export async function backgroundBlocks(edition: Edition): Promise<Sections> {
  const text = await getTranslations("public.report.background");
  const { study, positions, sources, reporting = {} } = edition;
  const { question, background, perspective } = study;
  return {
    question: [
      ...paragraphs(question),
      ...paragraphs(background),
      ...paragraphs(reporting.audience),
      ...(perspective ? paragraphs(text("perspective", { perspective })) : []),
    ],
    why: [...paragraphs(reporting.reason), ...paragraphs(reporting.context)],
    before: [
      ...paragraphs(reporting.evidence),
      ...(positions.length > 0 ? paragraphs(text("positions", { count: positions.length })) : []),
      ...(positions.length > 0
        ? [
            {
              kind: "list",
              texts: positions.map(({ author, affiliation, source }) => {
                const from = sources.find(({ id }) => id === source);
                const name = affiliation ? `${author}, ${affiliation}` : author;
                return from ? `${name}: “${from.title}”, ${from.publisher}, ${from.published}` : name;
              }),
            } as const,
          ]
        : []),
    ],
  };
}
