"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { Likert } from "@/ui/likert";
import { OwnAnswer } from "@/ui/own-answer";
import { Histogram } from "@/ui/pictures/histogram";
import type { PictureWords } from "@/ui/pictures/words";
import { type Answers, readFragment, writeFragment } from "./answer-fragment";
import type { AnswerQuestion } from "./answer-questions";

type Words = Readonly<Record<"show" | "again" | "none" | "beside" | "skipped" | "more", string>>;

/** A reader answers, then sees each answer beside the panel's. Nothing is sent: it lives in this page alone. */
export function AnswerForm({
  questions,
  base,
  words,
  picture,
}: {
  questions: readonly AnswerQuestion[];
  /** The address of the results: each question's own page is below it. */
  base: string;
  words: Words;
  picture: PictureWords;
}) {
  const [answers, setAnswers] = useState<Answers>({});
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const kept = readFragment(window.location.hash, questions);
    setAnswers(kept.answers);
    setShown(kept.shown);
  }, [questions]);

  function keep(next: Answers, show: boolean) {
    setAnswers(next);
    setShown(show);
    window.history.replaceState(null, "", `${window.location.pathname}${writeFragment(next, show)}`);
  }

  function show() {
    if (Object.keys(answers).length === 0) return setAsked(true);
    keep(answers, true);
    requestAnimationFrame(() => head.current?.focus());
  }

  if (shown)
    return (
      <div className="space-y-12">
        <h2 ref={head} tabIndex={-1} className="outline-none">
          {words.beside}
        </h2>
        {questions.map((question) => (
          <Beside
            key={question.id}
            {...{ question, base, words, picture }}
            own={answers[question.id] ?? null}
          />
        ))}
        <Button look="secondary" onClick={() => keep({}, false)}>
          {words.again}
        </Button>
      </div>
    );
  return (
    <form
      className="space-y-12"
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {questions.map(({ id, title, text, question, points }) => (
        <section key={id} className="space-y-3 border-t border-line pt-4">
          <h2 className="text-xl [overflow-wrap:anywhere]">{title}</h2>
          {text ? <p className="max-w-measure">{text}</p> : null}
          <Likert
            name={id}
            legend={question || title}
            legendHidden={!question}
            points={points}
            value={answers[id] ?? null}
            onChange={(value) => {
              setAsked(false);
              keep({ ...answers, [id]: Number(value) }, false);
            }}
          />
        </section>
      ))}
      <div role="status" className="font-sans text-base text-caution">
        {asked ? words.none : null}
      </div>
      <Button>{words.show}</Button>
    </form>
  );
}

function Beside({
  question,
  own,
  base,
  words,
  picture,
}: {
  question: AnswerQuestion;
  own: number | null;
  base: string;
  words: Words;
  picture: PictureWords;
}) {
  const at = question.points.findIndex(({ value }) => value === own);
  return (
    <section className="space-y-4 border-t border-line pt-4">
      <p className="font-sans text-sm text-muted [overflow-wrap:anywhere]">{question.title}</p>
      <Histogram
        heading={3}
        title={question.finding}
        caption={question.caption}
        points={question.points}
        median={question.median}
        middle={question.middle}
        own={own}
        words={picture}
      />
      {at === -1 ? (
        <p className="font-sans text-sm text-muted">{words.skipped}</p>
      ) : (
        <OwnAnswer>{question.beside[at]}</OwnAnswer>
      )}
      <p className="font-sans text-base">
        <a href={`${base}/items/${question.id}`} className="link">
          {words.more}
        </a>
      </p>
    </section>
  );
}
