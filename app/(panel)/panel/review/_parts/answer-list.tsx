import { getTranslations } from "next-intl/server";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Answer } from "@/delphi/answer";
import { estimateProblems } from "@/delphi/estimate-problems";
import { type Item, isAnsweredAsOne, type Part } from "@/delphi/item";
import { isUnfinished } from "@/delphi/one-answer";
import type { Section } from "@/delphi/questionnaire";
import { RATIONALE } from "@/delphi/rationale";
import { pointLabel } from "@/delphi/scale";
import { type Question, questionsOf } from "../../questionnaire/_parts/question";
import { lackingIn } from "./lacking";
import { saidAsOne } from "./said-as-one";

/** The answers of a section, item by item, each with the way to change it. */
export async function AnswerList({
  form,
  section,
  open,
}: {
  form: Questionnaire;
  section: Section;
  open: ReadonlySet<string>;
}) {
  const text = await getTranslations("panel.review");
  return (
    <ul className="border-t border-line">
      {questionsOf(form, section.items).map((question) => {
        const { item, number } = question;
        const far = unfinished(question);
        const verb = text(open.has(item.id) ? "answer-open" : far ? "finish" : "edit");
        return (
          <li key={item.id} className="flex items-start justify-between gap-4 border-b border-line py-3">
            <div className="min-w-0 flex-1">
              <p className="text-base font-medium">
                {number === null ? null : <span className="figures mr-2 text-muted">{number}.</span>}
                {item.title}
              </p>
              <Given question={question} />
              {far ? <Lacking question={question} /> : null}
            </div>
            <a
              href={`/panel/questionnaire/${section.id}#${item.id}`}
              className="link target -mt-2 inline-flex shrink-0 items-center font-sans text-base"
              aria-label={text("edit-item", { verb, title: item.title })}
            >
              {verb}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Whether a ranking or an allocation was begun that can't be submitted as it stands. */
const unfinished = ({ item, answerTo }: Question): boolean =>
  isUnfinished(
    item,
    item.parts.flatMap(({ id }) => answerTo(id) ?? []),
  );

async function Lacking({ question: { item, answerTo } }: { question: Question }) {
  return (
    <p className="font-sans text-base font-medium text-caution">
      {
        await lackingIn(
          item,
          item.parts.flatMap(({ id }) => answerTo(id) ?? []),
        )
      }
    </p>
  );
}

async function Given({ question }: { question: Question }) {
  const text = await getTranslations("panel.review");
  const { item, answerTo } = question;
  const reason = answerTo(RATIONALE)?.value;
  const parts = item.parts.filter(({ scale }) => scale.kind === "text" || !isAnsweredAsOne(item));
  return (
    <div className="mt-1 space-y-0.5 font-sans text-base">
      {isAnsweredAsOne(item) ? <AsOne question={question} /> : null}
      {item.kind === "estimate" ? <EstimateFaults question={question} /> : null}
      {parts.length > 0 ? (
        <dl className="space-y-0.5">
          {parts.map((part) => (
            <OnePart key={part.id} question={question} part={part} />
          ))}
        </dl>
      ) : null}
      {reason ? (
        <p className="text-base whitespace-pre-line text-muted">{text("reason", { text: String(reason) })}</p>
      ) : null}
    </div>
  );
}

async function AsOne({ question: { item, answerTo, earlierTo } }: { question: Question }) {
  const text = await getTranslations("panel.review");
  const now = await saidAsOne(item, answerTo);
  const before = await saidAsOne(item, earlierTo);
  return (
    <p className={now === null ? "font-medium text-caution" : ""}>
      {now ?? text("not-answered")}
      {before && before !== now ? (
        <span className="ml-2 text-sm font-normal text-muted">({text("was", { answer: before })})</span>
      ) : null}
    </p>
  );
}

/** Why an estimate can't be submitted as it stands. */
function EstimateFaults({ question: { item, answerTo } }: { question: Question }) {
  if (item.parts.some(({ id }) => answerTo(id)?.abstained)) return null;
  return estimateProblems(item.parts, (part) => answerTo(part)?.value ?? null).map(({ part, message }) => (
    <p key={part} className="font-medium text-caution">
      {message}
    </p>
  ));
}

async function OnePart({ question, part }: { question: Question; part: Part }) {
  const text = await getTranslations("panel.review");
  const answer = question.answerTo(part.id);
  const earlier = question.earlierTo(part.id);
  const now = await inWords(part, answer);
  const before = earlier && part.scale.kind !== "text" ? await inWords(part, earlier) : null;
  const missing = !answer && part.scale.kind !== "text";
  return (
    <div className="gap-x-6 sm:grid sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] sm:items-baseline">
      <dt className="text-sm text-muted">{asked(question.item, part)}</dt>
      <dd className={`whitespace-pre-line ${missing ? "font-medium text-caution" : ""}`}>
        {now}
        {before && before !== now ? (
          <span className="ml-2 text-sm font-normal text-muted">({text("was", { answer: before })})</span>
        ) : null}
      </dd>
    </div>
  );
}

/** A question that repeats its item's title is not said twice. */
const asked = (item: Item, part: Part): string => (part.question === item.title ? "" : part.question);

async function inWords({ scale }: Part, answer: Answer | undefined): Promise<string> {
  const text = await getTranslations("panel.review");
  if (!answer) return text(scale.kind === "text" ? "no-text" : "not-answered");
  if (answer.abstained) return text("abstained");
  if (typeof answer.value !== "number") return String(answer.value ?? "");
  const label = pointLabel(scale, answer.value);
  return scale.kind === "ordinal" ? text("answer", { value: answer.value, label }) : label;
}
