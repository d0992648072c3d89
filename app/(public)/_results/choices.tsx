import { getTranslations } from "next-intl/server";
import { ChoiceTable } from "@/app/_figures/choice-table";
import { sayer } from "@/app/_server/say";
import { readMostChosen } from "@/delphi/choice-figures";
import { figureOf } from "@/delphi/figure";
import { type Item, ratedParts } from "@/delphi/item";
import { OTHER_TEXT } from "@/delphi/one-answer";
import { type Edition, lastAsked } from "@/delphi/publication";
import { readWithheld } from "@/delphi/reading";
import { Disclosure } from "@/ui/disclosure";
import { Section } from "../_frame/article";
import { itemPlace } from "./item-place";
import { Quotes, Tombstones } from "./reasons";

/** What the panel chose, question by question: each option by itself, the most chosen first. */
export async function Choices({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.choices");
  const items = edition.items.filter((item) => item.kind === "choice");
  return (
    <Section
      id="choices"
      title={text("title")}
      wide={items.map((item) => <ChoiceResult key={item.id} edition={edition} item={item} base={base} />)}
    >
      <p>{text("lead")}</p>
    </Section>
  );
}

async function ChoiceResult({ edition, item, base }: { edition: Edition; item: Item; base: string }) {
  return (
    <section aria-labelledby={`choice-${item.id}`}>
      <h3 id={`choice-${item.id}`}>
        <a href={itemPlace(base, item)} className="underline-offset-4 hover:underline">
          {item.title}
        </a>
      </h3>
      {item.text ? <p className="mt-1 max-w-measure text-base text-muted">{item.text}</p> : null}
      <ChoiceFigures edition={edition} item={item} />
    </section>
  );
}

/** The standing figures of one choice, and the other answers in words. */
export async function ChoiceFigures({ edition, item }: { edition: Edition; item: Item }) {
  const text = await getTranslations("public.results.choices");
  const say = await sayer();
  const round = lastAsked(edition.rounds, item.id);
  const first = round && figureOf(round.figures, item.id, ratedParts(item)[0]!.id);
  if (!round || !first) return null;
  const { strata, minimumGroup } = edition.protocol;
  return (
    <>
      {first.withheld !== null ? (
        <p className="mt-2 text-muted">{say(readWithheld(first.withheld, minimumGroup))}.</p>
      ) : (
        <>
          <p className="mt-2 text-lg">{say(readMostChosen(item, round.figures))}.</p>
          <p className="mt-2 mb-3 font-sans text-sm text-muted">
            {text(item.choose === "many" ? "caption-many" : "caption-one", {
              round: round.round,
              n: first.n,
              abstained: first.abstained,
            })}
          </p>
          <ChoiceTable
            item={item}
            figures={round.figures}
            earlier={edition.rounds.filter((one) => one.round < round.round)}
            strata={strata}
            minimumGroup={minimumGroup}
          />
        </>
      )}
      <OtherAnswers edition={edition} item={item} />
    </>
  );
}

async function OtherAnswers({ edition: { rounds }, item }: { edition: Edition; item: Item }) {
  const text = await getTranslations("public.results.choices");
  const isOther = (one: { item: string; part: string }) => one.item === item.id && one.part === OTHER_TEXT;
  const others = rounds.toReversed().flatMap((round) => round.texts.filter(isOther));
  return (
    <div className="mt-3 max-w-measure">
      {others.length > 0 ? (
        <Disclosure quiet summary={text("others", { count: others.length })}>
          <Quotes texts={others} />
        </Disclosure>
      ) : null}
      <Tombstones removed={rounds.flatMap((round) => round.removed.filter(isOther))} />
    </div>
  );
}
