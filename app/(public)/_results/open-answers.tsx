import { getTranslations } from "next-intl/server";
import type { Edition } from "@/delphi/publication";
import { Section } from "../_frame/article";
import { AnswerThemes, themesOn } from "./answer-themes";
import { itemPlace } from "./item-place";
import { Quotes, Tombstones } from "./reasons";

const SHOWN = 2;

/** Some released answers to each open question, and the way to all of them. */
export async function OpenAnswers({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.open");
  const questions = edition.items
    .filter((item) => item.kind === "open")
    .map((item) => ({
      item,
      answers: edition.rounds
        .toReversed()
        .flatMap((round) => round.texts.filter((one) => one.item === item.id)),
      removed: edition.rounds.flatMap((round) => round.removed.filter((one) => one.item === item.id)),
    }));
  return (
    <Section id="open-answers" title={text("title")}>
      <p>{text("lead")}</p>
      {questions.map(({ item, answers, removed }) => (
        <div key={item.id} className="space-y-3 pt-4">
          <h3>
            <a href={itemPlace(base, item)} className="underline-offset-4 hover:underline">
              {item.title}
            </a>
          </h3>
          {themesOn(edition, item.id).length > 0 ? (
            <AnswerThemes themes={themesOn(edition, item.id)} />
          ) : null}
          {answers.length === 0 ? (
            <p className="text-muted">{text("none")}</p>
          ) : (
            <Quotes texts={answers.slice(0, SHOWN)} />
          )}
          {answers.length > SHOWN ? (
            <p className="font-sans text-base">
              <a href={itemPlace(base, item)} className="link">
                {text("all", { count: answers.length })}
              </a>
            </p>
          ) : null}
          <Tombstones removed={removed} />
        </div>
      ))}
    </Section>
  );
}
