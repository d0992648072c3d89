import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { hasOptions, type Item, isAnsweredAsOne, takesRationale } from "@/delphi/item";
import { RATIONALE } from "@/delphi/rationale";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Argued } from "./argued";
import { ChoiceQuestion } from "./choice-question";
import { EstimateQuestion } from "./estimate-question";
import { controlsFor, shownAs } from "./form-answers";
import { History } from "./history";
import { OptionsQuestion } from "./options-question";
import type { Question } from "./question";
import { RatedPart } from "./rated-part";
import { ReasonField } from "./reason-field";
import { Reasons } from "./reasons";
import { TextPart } from "./text-part";

/**
 * A browser draws an item when it comes near: all on one page are thousands of elements, too many for a phone to paint
 * at once. The room at the edges is for focus rings, which would be cut.
 */
const drawnInSight =
  "-mx-3 px-3 pb-2 [contain-intrinsic-size:auto_60rem] [content-visibility:auto] print:[content-visibility:visible]";

/** One item: what it says, the reasons of others before their numbers, then one's own answer to each part. */
export async function ItemQuestion({ question }: { question: Question }) {
  const { item, feedback, earlierTo, answerTo } = question;
  const earlierReason = earlierTo(RATIONALE);
  return (
    <section
      id={item.id}
      data-item
      aria-labelledby={`${item.id}-title`}
      className={`${drawnInSight} scroll-mt-6 space-y-6`}
    >
      <Title question={question} />
      <div className="space-y-2">
        {item.text ? <p>{item.text}</p> : null}
        <Help item={item} />
        {question.history ? (
          <History
            history={question.history}
            title={item.title}
            round={question.round}
            toConfirm={question.toConfirm}
          />
        ) : null}
        <Until question={question} />
        {question.argued ? <Argued argued={question.argued} /> : null}
      </div>
      {feedback ? <Reasons item={item} feedback={feedback} round={question.round} /> : null}
      {item.kind === "choice" ? (
        <ChoiceQuestion question={question} />
      ) : hasOptions(item) ? (
        <OptionsQuestion question={question} />
      ) : null}
      {item.kind === "estimate" ? <EstimateQuestion question={question} /> : null}
      {item.parts.map((part) =>
        part.scale.kind === "text" ? (
          <TextPart
            key={part.id}
            item={item}
            part={part}
            answer={answerTo(part.id)}
            earlier={earlierTo(part.id)}
          />
        ) : isAnsweredAsOne(item) ? null : (
          <RatedPart key={part.id} question={question} part={part} />
        ),
      )}
      <Keep question={question} />
      {takesRationale(item.kind) ? (
        <ReasonField
          question={question}
          given={shownAs(answerTo(RATIONALE)) ?? ""}
          earlier={typeof earlierReason?.value === "string" ? earlierReason : null}
        />
      ) : null}
    </section>
  );
}

/** From round 2 there is much to read below a statement, so it stays in sight; a long one with its first lines. */
function Title({ question: { item, number, feedback } }: { question: Question }) {
  const isLong = item.title.length > STICKY_LETTERS;
  return (
    <>
      <div className={feedback ? "sticky top-0 z-[5] -mx-2 border-b border-line bg-paper px-2 py-2" : ""}>
        <h2
          id={`${item.id}-title`}
          className={feedback ? `text-lg ${isLong ? "line-clamp-2" : ""}` : "text-xl"}
        >
          {number === null ? null : <span className="figures mr-2 font-normal text-muted">{number}.</span>}
          {item.title}
        </h2>
      </div>
      {feedback && isLong ? (
        <p aria-hidden="true" className="text-lg">
          {item.title}
        </p>
      ) : null}
    </>
  );
}

/** Four lines on a phone. */
const STICKY_LETTERS = 130;

async function Help({ item: { help } }: { item: Item }) {
  if (!help) return null;
  const text = await getTranslations("panel.questionnaire");
  return (
    <Disclosure quiet summary={<span className="text-sm">{text("help")}</span>}>
      <p className="text-base whitespace-pre-line text-muted">{help}</p>
    </Disclosure>
  );
}

async function Until({ question: { item } }: { question: Question }) {
  if (!item.until || !item.resolvesIf) return null;
  const text = await getTranslations("panel.questionnaire");
  const { written } = await dates();
  return (
    <p className="text-base text-muted">
      {text("until", { until: written(item.until), resolves: item.resolvesIf })}
    </p>
  );
}

/** One click makes one's earlier answers to this item those of this round; without JavaScript it is saved at once. */
async function Keep({ question: { item, earlierTo } }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const kept = controlsFor(item, earlierTo);
  const parts = isAnsweredAsOne(item) ? Math.min(1, Object.keys(kept).length) : Object.keys(kept).length;
  if (parts === 0) return null;
  return (
    <Button look="secondary" name="keep" value={item.id} data-keep={JSON.stringify(kept)}>
      {text("keep", { parts })}
    </Button>
  );
}
