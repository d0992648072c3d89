"use client";

import { useActionState } from "react";
import type { PersonDecisions } from "@/db/queries/person";
import { Button } from "@/ui/button";
import { TextArea, TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { LinkCode } from "../join/link-code";
import { type PersonState, personAction } from "./actions";
import type { PersonWords } from "./page";

const CLOSED: PersonState = { refused: null, token: "", decisions: null, said: null };

/** First the link or its code; then each decision with its own button. Works without script: every act is a form. */
export function PersonForm({ words }: { words: PersonWords }) {
  const [state, send] = useActionState(personAction, CLOSED);
  const { refused, said, decisions, token } = state;
  return (
    <div className="space-y-6">
      {refused ? <Notice kind="caution" live title={refused.message} /> : null}
      {said ? <Notice kind="success" live title={said} /> : null}
      {decisions ? (
        <>
          <h2 className="text-xl">{decisions.study.title}</h2>
          <Decisions decisions={decisions} words={words} act={{ send, token }} />
        </>
      ) : (
        <form action={send} className="space-y-6">
          <LinkCode label={words.code} hint={words["code-hint"]} recognised={words.recognised} />
          <Button name="act" value="open">
            {words.open}
          </Button>
        </form>
      )}
    </div>
  );
}

type Act = { readonly send: (form: FormData) => void; readonly token: string };
type Props = { decisions: PersonDecisions; words: PersonWords; act: Act };

function Decisions({ decisions, words, act }: Props) {
  return (
    <div className="space-y-8">
      <Decline decisions={decisions} words={words} act={act} />
      {decisions.declined ? null : (
        <Decision title={words.reminders} act={act}>
          <p>{decisions.reminders ? words["reminders-text"] : words["stopped-text"]}</p>
          <Choice value={decisions.reminders ? "stop" : "remind"}>
            {decisions.reminders ? words.stop : words.remind}
          </Choice>
        </Decision>
      )}
      {decisions.replaceable ? (
        <Decision title={words.replace} act={act}>
          <p>{words["replace-text"]}</p>
          <Choice value="replace">{words["replace-act"]}</Choice>
        </Decision>
      ) : null}
      <Decision title={words.named} act={act}>
        <p>{words["named-text"]}</p>
        <TextField
          name="name"
          label={words.name}
          maxLength={200}
          defaultValue={decisions.named ?? decisions.name}
          className="max-w-md"
        />
        <Choice value="name">{words["name-act"]}</Choice>
        {decisions.named === null ? null : <Choice value="unname">{words.unname}</Choice>}
      </Decision>
      <Decision title={words.asked} act={act}>
        <p>{decisions.askedAgain ? words["asked-yes"] : words["asked-text"]}</p>
        <Choice value={decisions.askedAgain ? "unask" : "ask"}>
          {decisions.askedAgain ? words.unask : words.ask}
        </Choice>
      </Decision>
    </div>
  );
}

function Decline({ decisions, words, act }: Props) {
  if (decisions.declined)
    return (
      <Decision title={words.declined} act={act}>
        <p>{words["declined-text"]}</p>
        <Choice value="undecline">{words.undecline}</Choice>
      </Decision>
    );
  return (
    <Decision title={words.decline} act={act}>
      <p>{words["decline-text"]}</p>
      <TextArea name="reason" label={words.reason} hint={words["reason-hint"]} rows={3} maxLength={500} />
      <Choice value="decline">{words["decline-act"]}</Choice>
    </Decision>
  );
}

const Decision = ({ title, act, children }: { title: string; act: Act; children: React.ReactNode }) => (
  <form action={act.send} className="space-y-4 border-t border-line pt-5">
    <input type="hidden" name="token" value={act.token} />
    <h3 className="text-lg">{title}</h3>
    {children}
  </form>
);

const Choice = ({ value, children }: { value: string; children: string }) => (
  <Button look="secondary" name="act" value={value} className="mr-3">
    {children}
  </Button>
);
