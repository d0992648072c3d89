"use client";

import { useId, useState } from "react";
import { StanceBars } from "@/ui/explorer/stance-bars";
import { StanceGroups } from "@/ui/explorer/stance-groups";
import { pointText } from "@/ui/pictures/point-text";
import { ratingFill } from "@/ui/pictures/rating-colour";
import { roundFill } from "@/ui/pictures/round-colour";

/** One round: a count for each point, from low to high. */
export type ShiftRound = { key: string; label: string; counts: readonly number[] };

export type ShiftPoint = { value: number; label: string };

export type ShiftWords = {
  /** Names the choice between the two ways to look at it. */
  view: string;
  /** "By round": one bar a round, divided by answer. */
  byRound: string;
  /** "By answer": the rounds side by side at each answer. */
  byAnswer: string;
  /** "n" */
  n: string;
};

export type StanceShiftProps = {
  points: readonly ShiftPoint[];
  rounds: readonly ShiftRound[];
  words: ShiftWords;
};

type View = "byRound" | "byAnswer";

/** How the stance moved between rounds, to be looked at in two ways. Loaded by lazy-stance-shift only. */
export function StanceShift({ points, rounds, words }: StanceShiftProps) {
  const [view, setView] = useState<View>("byRound");
  const name = useId();
  return (
    <div>
      <fieldset className="mb-4 flex flex-wrap gap-1">
        <legend className="sr-only">{words.view}</legend>
        {(["byRound", "byAnswer"] as const).map((one) => (
          <label
            key={one}
            className="target inline-flex cursor-pointer items-center rounded-md border border-edge bg-card px-4 text-sm has-checked:border-accent has-checked:bg-accent-wash has-checked:font-semibold has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={view === one}
              onChange={() => setView(one)}
            />
            {words[one]}
          </label>
        ))}
      </fieldset>
      {view === "byRound" ? (
        <StanceBars points={points} rounds={rounds} words={words} />
      ) : (
        <StanceGroups points={points} rounds={rounds} words={words} />
      )}
      <div className="mt-3 flex flex-wrap gap-x-8 gap-y-3 text-sm">
        {view === "byAnswer" ? (
          <Key
            entries={rounds.map((round, at) => ({ label: round.label, fill: roundFill(at, rounds.length) }))}
          />
        ) : null}
        <Key
          entries={points.map((point, at) => ({
            label: pointText(point),
            fill: view === "byRound" ? ratingFill(at, points.length) : undefined,
          }))}
        />
      </div>
    </div>
  );
}

function Key({ entries }: { entries: readonly { label: string; fill?: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {entries.map((entry) => (
        <li key={entry.label} className="flex items-baseline gap-2">
          {entry.fill ? (
            <svg viewBox="0 0 12 12" className="relative top-px size-3 shrink-0" aria-hidden="true">
              <rect width="12" height="12" fill={entry.fill} />
            </svg>
          ) : null}
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
