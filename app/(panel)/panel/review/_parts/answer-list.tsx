import { getTranslations } from "next-intl/server";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Answer } from "@/delphi/answer";
import { isAnsweredAsOne, type Part } from "@/delphi/item";
import type { Section } from "@/delphi/questionnaire";
import { RATIONALE } from "@/delphi/rationale";
import { isChosenScale, pointLabel } from "@/delphi/scale";
import { type Question, questionsOf } from "../../questionnaire/_parts/question";
import { lackingIn } from "./lacking";
import { saidAsOne } from "./said-as-one";

/** The answers of a section, item by item, each with the way to change it. */
export function AnswerList({
  form,
  section,
  open,
}: {
  form: Questionnaire;
  section: Section;
  open: ReadonlySet<string>;
}) {
  return (
    <ul className="border-t border-line">
      {questionsOf(form, section.items).map((question) => (
        <OneItem
          key={question.item.id}
          question={question}
          place={`/panel/questionnaire/${section.id}#${question.item.id}`}
          open={open.has(question.item.id)}
        />
      ))}
    </ul>
  );
}

async function OneItem({ question, place, open }: { question: Question; place: string; open: boolean }) {
  const text = await getTranslations("panel.review");
  const { item, number, answerTo } = question;
  const lacking = await lackingIn(
    item,
    item.parts.flatMap(({ id }) => answerTo(id) ?? []),
  );
  const verb = text(lacking.length > 0 ? "finish" : open ? "answer-open" : "edit");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-3">
      <p className="text-base font-medium">
        {number === null ? null : <span className="figures mr-2 text-muted">{number}.</span>}
        {item.title}
      </p>
      <div className="order-last max-sm:col-span-2">
        <Given question={question} />
        {lacking.map((sentence) => (
          <p key={sentence} className="font-sans text-base font-medium text-caution">
            {sentence}
          </p>
        ))}
      </div>
      <a
        href={place}
        className="link target -mt-2 inline-flex shrink-0 items-center self-start font-sans text-base sm:row-span-2"
        aria-label={text("edit-item", { verb, title: item.title })}
      >
        {verb}
      </a>
    </li>
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

async function OnePart({ question, part }: { question: Question; part: Part }) {
  const text = await getTranslations("panel.review");
  const answer = question.answerTo(part.id);
  const earlier = question.earlierTo(part.id);
  const now = await inWords(part, answer);
  const before = earlier && part.scale.kind !== "text" ? await inWords(part, earlier) : null;
  const missing = !answer && part.scale.kind !== "text";
  const ofItsOwn = part.question !== "" && part.question !== question.item.title;
  return (
    <div
      className={
        ofItsOwn ? "gap-x-6 sm:grid sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] sm:items-baseline" : ""
      }
    >
      <dt className={ofItsOwn ? "text-sm text-muted" : "sr-only"}>{part.question || question.item.title}</dt>
      <dd className={`whitespace-pre-line ${missing ? "font-medium text-caution" : ""}`}>
        {now}
        {before && before !== now ? (
          <span className="ml-2 text-sm font-normal text-muted">({text("was", { answer: before })})</span>
        ) : null}
      </dd>
    </div>
  );
}

async function inWords({ scale }: Part, answer: Answer | undefined): Promise<string> {
  const text = await getTranslations("panel.review");
  if (!answer) return text(scale.kind === "text" ? "no-text" : "not-answered");
  if (answer.abstained) return text("abstained");
  if (typeof answer.value !== "number") return String(answer.value ?? "");
  const label = pointLabel(scale, answer.value);
  return scale.kind === "ordinal" && !isChosenScale(scale)
    ? text("answer", { value: answer.value, label })
    : label;
}
