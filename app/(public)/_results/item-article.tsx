import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { figureOf } from "@/delphi/figure";
import { hasOptions, type Item, isAnsweredAsOne, judgedParts, type Part } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { ratedParts } from "@/delphi/rated-parts";
import { Section } from "../_frame/article";
import { AnswerThemes, themesOn } from "./answer-themes";
import { AsOneFigures } from "./as-one";
import { CriterionFigures } from "./criterion-figures";
import { EstimateFigures } from "./estimate-figures";
import { EstimateRounds } from "./estimates";
import { GroupsTable } from "./groups-table";
import { ItemHistory } from "./item-history";
import { criterionName } from "./option-standing";
import { PartConfidence } from "./part-confidence";
import { PartGroups } from "./part-groups";
import { PartMoves } from "./part-moves";
import { PartPlates } from "./part-plates";
import { PartRounds } from "./part-rounds";
import { Quotes, Reasons, reasonsFor, reasonsRemoved, Tombstones } from "./reasons";

/** What an item's page has: one chapter for each criterion, then the reasons or answers, then the history. */
export async function itemChapters(edition: Edition, item: Item) {
  const text = await getTranslations("public.results.item");
  const parts = ratedParts(item);
  const asOne = isAnsweredAsOne(item);
  return [
    ...(asOne ? [{ id: "answers", title: text("answers") }] : []),
    ...(asOne ? [] : parts).map((part) => ({
      id: part.id,
      title: parts.length > 1 ? criterionName(part) : text("answers"),
    })),
    ...(hasReasons(edition, item) ? [{ id: "reasons", title: text("reasons") }] : []),
    ...(parts.length === 0 ? [{ id: "texts", title: text("texts") }] : []),
    ...(parts.length === 0 ? [] : [{ id: "history", title: text("history") }]),
  ];
}

type Props = {
  edition: Edition;
  item: Item;
  /** Whether readers can have its pictures as files. */
  files?: boolean;
};

export async function ItemArticle({ edition, item, files = true }: Props) {
  const text = await getTranslations("public.results.item");
  const parts = ratedParts(item);
  return (
    <>
      {isAnsweredAsOne(item) ? (
        <Section
          id="answers"
          title={text("answers")}
          wide={
            <div>
              {item.kind === "estimate" ? (
                <EstimateRounds edition={edition} item={item} heading={3} />
              ) : (
                <AsOneFigures edition={edition} item={item} />
              )}
              {(hasOptions(item) ? parts.slice(0, 1) : judgedParts(item)).map((part) => (
                <PartPlates key={part.id} edition={edition} item={item} part={part} />
              ))}
            </div>
          }
        />
      ) : null}
      {(isAnsweredAsOne(item) ? [] : parts).map((part) => (
        <PartChapter
          key={part.id}
          {...{ edition, item, part, files }}
          title={parts.length > 1 ? criterionName(part) : text("answers")}
        />
      ))}
      {hasReasons(edition, item) ? (
        <Section
          id="reasons"
          title={text("reasons")}
          wide={
            isAnsweredAsOne(item) ? (
              <div className="max-w-measure">
                <Quotes texts={reasonsFor(edition, item.id)} />
                <Tombstones removed={reasonsRemoved(edition, item.id)} />
              </div>
            ) : (
              <Reasons
                item={item}
                reasons={reasonsFor(edition, item.id)}
                removed={reasonsRemoved(edition, item.id)}
              />
            )
          }
        >
          <p>{text("reasons-lead")}</p>
        </Section>
      ) : null}
      {parts.length === 0 ? <Texts edition={edition} item={item} /> : null}
      {parts.length === 0 ? null : (
        <Section id="history" title={text("history")} wide={<ItemHistory edition={edition} item={item} />} />
      )}
    </>
  );
}

const hasReasons = (edition: Edition, item: Item): boolean =>
  reasonsFor(edition, item.id).length + reasonsRemoved(edition, item.id).length > 0;

type PartProps = Required<Props> & { part: Part; title: string };

async function PartChapter({ edition, item, part, title, files }: PartProps) {
  const text = await getTranslations("public.results");
  const round = lastAsked(edition.rounds, item.id);
  const figure = round && figureOf(round.figures, item.id, part.id);
  const settled = round && round.round < edition.rounds.at(-1)!.round ? round.round : null;
  return (
    <Section
      id={part.id}
      title={title}
      note={settled === null ? null : <p>{text("options.settled", { round: settled })}</p>}
      wide={
        <>
          {part.scale.kind !== "ordinal" || !figure ? (
            <EstimateFigures {...{ edition, item, part }} />
          ) : (
            <>
              <CriterionFigures {...{ edition, item, part, figure }} />
              <PartRounds {...{ edition, item, part }} />
              {figure.withheld === null ? <PartMoves {...{ edition, item, part, figure }} /> : null}
              {figure.withheld === null ? <PartConfidence {...{ edition, part, figure }} /> : null}
              <PartGroups {...{ edition, item, part }} />
              <GroupsTable edition={edition} item={item} criteria={[part]} />
            </>
          )}
          {files && figure?.withheld === null ? <PartPlates {...{ edition, item, part }} /> : null}
        </>
      }
    >
      {part.question ? <p>{part.question}</p> : null}
      <Resolution item={item} />
    </Section>
  );
}

/** Until when a scenario could come true, and what would settle it. */
async function Resolution({ item: { until, resolvesIf } }: { item: Item }) {
  const text = await getTranslations("public.results.scenarios");
  const { written } = await dates();
  if (!until && !resolvesIf) return null;
  return (
    <div className="space-y-1 font-sans text-sm text-muted">
      {until ? <p>{text("until", { until: written(until) })}</p> : null}
      {resolvesIf ? <p>{text("resolves", { resolves: resolvesIf })}</p> : null}
    </div>
  );
}

/** Every released answer to an open question. */
async function Texts({ edition, item }: { edition: Edition; item: Item }) {
  const text = await getTranslations("public.results");
  const { rounds } = edition;
  const themes = themesOn(edition, item.id);
  const answers = rounds.toReversed().flatMap((round) => round.texts.filter((one) => one.item === item.id));
  return (
    <Section id="texts" title={text("item.texts")}>
      <p>{text("open.lead")}</p>
      {answers.length === 0 ? <p className="text-muted">{text("open.none")}</p> : null}
      {themes.length > 0 ? <AnswerThemes themes={themes} answers={answers} /> : <Quotes texts={answers} />}
      <Tombstones removed={rounds.flatMap((round) => round.removed.filter((one) => one.item === item.id))} />
    </Section>
  );
}
