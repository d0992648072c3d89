"use client";

import { TextField } from "@/ui/field";
import { Radio } from "./how-read";
import type { Preview } from "./outside-state";
import type { OutsideWords } from "./outside-words";

const MOST_ROUNDS = 10;

/** What no file says: when each round was run and how many were invited, what is to follow, when the rules were set. */
export function DeclareRounds({
  rounds,
  most,
  problems,
  words,
}: {
  rounds: Preview["rounds"];
  most: number;
  problems: readonly { readonly path: string; readonly message: string }[];
  words: OutsideWords;
}) {
  const wrong = (path: string) => problems.find((one) => one.path === path)?.message;
  return (
    <div className="space-y-6 border-t border-line pt-6">
      {rounds.map(({ round, invited }, at) => (
        <fieldset key={round} className="font-sans text-base">
          <legend className="mb-2 font-medium">{words.when.replace("#", String(round))}</legend>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField name="from" type="date" label={words.from} required error={wrong(`ran.${at}.from`)} />
            <TextField name="to" type="date" label={words.to} required error={wrong(`ran.${at}.to`)} />
            <TextField
              name="invited"
              inputMode="numeric"
              label={words.invited}
              defaultValue={invited}
              required
              error={wrong(`ran.${at}.invited`)}
            />
          </div>
        </fieldset>
      ))}
      <p className="max-w-measure font-sans text-sm text-muted">{words.invitedHint}</p>
      <div className="max-w-measure">
        <TextField
          name="all"
          type="number"
          min={rounds.length}
          max={MOST_ROUNDS}
          label={words.all}
          hint={words.allHint}
          defaultValue={Math.max(most, rounds.length)}
          required
          error={wrong("all")}
        />
      </div>
      <fieldset className="max-w-measure font-sans text-base">
        <legend className="mb-1 font-medium">{words.rules}</legend>
        <Radio name="rules" value="before" label={words.before} hint={words.beforeHint} chosen={null} />
        <Radio
          name="rules"
          value="afterwards"
          label={words.afterwards}
          hint={words.afterwardsHint}
          chosen={null}
        />
      </fieldset>
    </div>
  );
}
