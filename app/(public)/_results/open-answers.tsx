import { getTranslations } from "next-intl/server";
import type { Edition } from "@/delphi/publication";
import { Disclosure } from "@/ui/disclosure";
import { Section } from "../_frame/article";
import { Quotes, Tombstones } from "./reasons";

/** The released answers to each open question. */
export async function OpenAnswers({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results.open");
  const questions = edition.items
    .filter((item) => item.kind === "open")
    .map((item) => ({
      item,
      answers: [...edition.rounds]
        .reverse()
        .flatMap((round) => round.texts.filter((one) => one.item === item.id)),
      removed: edition.rounds.flatMap((round) => round.removed.filter((one) => one.item === item.id)),
    }));
  return (
    <Section id="open-answers" title={text("title")}>
      <p>{text("lead")}</p>
      {questions.map(({ item, answers, removed }) => (
        <div key={item.id} className="pt-4">
          <h3>{item.title}</h3>
          {answers.length === 0 ? (
            <p className="mt-2 text-muted">{text("none")}</p>
          ) : (
            <Disclosure summary={text("count", { count: answers.length })} quiet>
              <Quotes texts={answers} />
            </Disclosure>
          )}
          <Tombstones removed={removed} />
        </div>
      ))}
    </Section>
  );
}
