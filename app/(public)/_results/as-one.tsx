import { getTranslations } from "next-intl/server";
import { OptionsTable } from "@/app/_figures/options-table";
import { WholeVerdict } from "@/app/_figures/whole-verdict";
import { sayer } from "@/app/_server/say";
import { readForemost } from "@/delphi/as-one-figures";
import { figureOf } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { OTHER_TEXT } from "@/delphi/other-answer";
import { type Edition, lastAsked } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { Disclosure } from "@/ui/disclosure";
import { Section } from "../_frame/article";
import { itemPlace } from "./item-place";
import { Quotes, Tombstones } from "./reasons";

/** The kinds that are answered as one, each with the place of its chapter. */
export const CHAPTER = { choice: "choices", ranking: "rankings", allocation: "allocations" } as const;
export type AsOneKind = keyof typeof CHAPTER;

/** What the panel chose, put in order or gave points to, question by question: the foremost option first. */
export async function AsOne({ edition, kind, base }: { edition: Edition; kind: AsOneKind; base: string }) {
  const text = await getTranslations("public.results.as-one");
  const items = edition.items.filter((item) => item.kind === kind);
  return (
    <Section
      id={CHAPTER[kind]}
      title={text(`${kind}.title`)}
      wide={items.map((item) => <AsOneResult key={item.id} edition={edition} item={item} base={base} />)}
    >
      <p>{text(`${kind}.lead`)}</p>
    </Section>
  );
}

async function AsOneResult({ edition, item, base }: { edition: Edition; item: Item; base: string }) {
  return (
    <section aria-labelledby={`as-one-${item.id}`}>
      <h3 id={`as-one-${item.id}`}>
        <a href={itemPlace(base, item)} className="underline-offset-4 hover:underline">
          {item.title}
        </a>
      </h3>
      {item.text ? <p className="mt-1 max-w-measure text-base text-muted">{item.text}</p> : null}
      <AsOneFigures edition={edition} item={item} />
    </section>
  );
}

/** The standing figures of one such question, and other answers in words. */
export async function AsOneFigures({ edition, item }: { edition: Edition; item: Item }) {
  const text = await getTranslations("public.results.as-one");
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
          <p className="mt-2 text-lg">{say(readForemost(item, round.figures))}.</p>
          <p className="mt-2 mb-3 font-sans text-sm text-muted">
            {text(`${item.kind}.caption${item.choose ? `-${item.choose}` : ""}`, {
              round: round.round,
              n: first.n,
              abstained: first.abstained,
            })}
          </p>
          <WholeVerdict
            item={item}
            figure={first}
            rule={edition.protocol.rules[item.kind]?.consensus ?? null}
          />
          <OptionsTable
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
  const text = await getTranslations("public.results.as-one.choice");
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
