import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { EXPERTISE } from "@/delphi/about-expert";
import { readAttrition, readDistance, readMovedGroups } from "@/delphi/attrition-reading";
import type { Published } from "../_data/data-file";
import { aboutExperts } from "../_results/about-experts";
import { type Block, paragraphs } from "./blocks";

/** How many were asked and answered, who left, and who is named. */
export async function participation(published: Published): Promise<Block[]> {
  const { edition } = published;
  const text = await getTranslations("public.report.results");
  const say = await sayer();
  const k = edition.protocol.minimumGroup;
  const flow = edition.rounds.map(({ round, invited, submitted, addedLater, asked }) =>
    text("flow", { round, invited, submitted, added: addedLater, asked: asked.length }),
  );
  const left = edition.rounds.flatMap(({ attrition }) =>
    attrition
      ? [
          [
            say(readAttrition(attrition)),
            ...(attrition.distance ? [say(readDistance(attrition, k))] : []),
            ...readMovedGroups(attrition, edition.protocol).map(say),
          ]
            .map((sentence) => `${sentence}.`)
            .join(" "),
        ]
      : [],
  );
  const expertise = (await aboutExperts(edition)).filter(({ item }) => item.id === EXPERTISE);
  return [
    { kind: "list", texts: flow },
    ...left.flatMap(paragraphs),
    ...(expertise.length > 0 ? paragraphs(text("expertise")) : []),
    ...(expertise.length > 0
      ? [
          {
            kind: "list",
            texts: expertise.map(({ question, finding }) => text("expertise-of", { question, finding })),
          } as const,
        ]
      : []),
    ...(await namedMembers(published)),
  ];
}

/** Who of the panel is named, as of now. */
async function namedMembers({ named }: Published): Promise<Block[]> {
  const text = await getTranslations("public.results.asked");
  return named.length === 0
    ? []
    : paragraphs(text("named", { count: named.length, names: named.join("; ") }));
}
