import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readFigures, readWithheld } from "@/delphi/figure-reading";
import { ratedParts } from "@/delphi/rated-parts";
import { Disclosure } from "@/ui/disclosure";
import { Table } from "@/ui/table";
import type { Question } from "./question";

/** Of which round the figures of the options are, or why there are none, and how the groups answered. */
export async function Told({ question: { item, feedback, minimumGroup } }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const say = await sayer();
  const [first] = feedback!.parts;
  if (!first) return null;
  if (first.panel.withheld !== null)
    return <p className="text-base text-muted">{say(readWithheld(first.panel.withheld, minimumGroup))}.</p>;
  const { n, abstained } = first.panel;
  return (
    <div className="space-y-2">
      <p className="font-sans text-sm text-muted">
        {text("caption", { round: feedback!.round, n, abstained })}
      </p>
      {first.strata.length > 0 ? (
        <Disclosure quiet summary={<span className="text-sm">{text("groups")}</span>}>
          <Table
            caption={text("groups")}
            captionHidden
            columns={[
              { key: "option", label: text("choice.option") },
              ...first.strata.map(({ title }) => ({ key: title, label: title })),
            ]}
            rows={ratedParts(item).map((part) => ({
              key: part.id,
              cells: {
                option: part.question,
                ...Object.fromEntries(
                  (feedback!.parts.find((one) => one.part === part.id)?.strata ?? []).map(
                    ({ title, figure }) => [
                      title,
                      say(
                        figure.withheld === null
                          ? readFigures(part, figure)
                          : readWithheld(figure.withheld, minimumGroup),
                      ),
                    ],
                  ),
                ),
              },
            }))}
          />
        </Disclosure>
      ) : null}
    </div>
  );
}
