"use client";

import { useId } from "react";
import { Disclosure } from "@/ui/disclosure";
import type { Choice, Criterion, Explored } from "@/ui/explorer/explored";
import type { ExplorerWords } from "@/ui/explorer/explorer-words";
import { SelectField } from "@/ui/field";

/** What can be chosen: a criterion, what to show of it, rounds, groups, questions. */
export function ExplorerControls({
  explored,
  criterion,
  choice,
  choose,
  words,
}: {
  explored: Explored;
  criterion: Criterion;
  choice: Choice;
  choose: (part: Partial<Choice>) => void;
  words: ExplorerWords;
}) {
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      <SelectField
        label={words.criterion}
        value={choice.of}
        onChange={(event) => choose({ of: event.target.value, items: [], show: "median" })}
      >
        {explored.criteria.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      {criterion.points.length > 0 ? (
        <SelectField
          label={words.show}
          value={choice.show}
          onChange={(event) => choose({ show: event.target.value === "upper" ? "upper" : "median" })}
        >
          <option value="median">{`${words.median}, ${words.middleHalf}`}</option>
          <option value="upper">{words.upper}</option>
        </SelectField>
      ) : null}
      <Choices
        legend={words.rounds}
        options={explored.rounds.map(({ round, label }) => ({ id: String(round), label }))}
        chosen={choice.rounds.map(String)}
        onChange={(rounds) => choose({ rounds: rounds.map(Number).sort((a, b) => a - b) })}
      />
      {explored.groups.length > 1 ? (
        <Choices
          legend={words.groups}
          options={explored.groups}
          chosen={choice.groups}
          onChange={(groups) => choose({ groups })}
        />
      ) : null}
      {criterion.items.length > 1 ? (
        <div className="sm:col-span-2">
          <Disclosure
            summary={`${words.items}: ${choice.items.length === 0 ? words.all : `${choice.items.length} ${words.chosen}`}`}
          >
            <Choices
              legend={words.items}
              legendHidden
              empty
              columns
              options={criterion.items.map(({ id, number, title }) => ({ id, label: `${number} ${title}` }))}
              chosen={choice.items}
              onChange={(items) => choose({ items })}
            />
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}

/** Boxes to tick. The last one stays ticked, unless none is a choice too. */
function Choices({
  legend,
  legendHidden = false,
  options,
  chosen,
  empty = false,
  columns = false,
  onChange,
}: {
  legend: string;
  legendHidden?: boolean;
  options: readonly { readonly id: string; readonly label: string }[];
  chosen: readonly string[];
  empty?: boolean;
  columns?: boolean;
  onChange: (chosen: string[]) => void;
}) {
  const id = useId();
  return (
    <fieldset className="min-w-0 font-sans text-base">
      <legend className={legendHidden ? "sr-only" : "mb-1 font-medium"}>{legend}</legend>
      <div className={columns ? "grid gap-x-8 sm:grid-cols-2" : "flex flex-wrap gap-x-6"}>
        {options.map((option) => (
          <label key={option.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="checkbox"
              name={`${id}-${option.id}`}
              className="mt-0.5 size-5 shrink-0 accent-accent"
              checked={chosen.includes(option.id)}
              onChange={(event) => {
                const next = event.target.checked
                  ? [...chosen, option.id]
                  : chosen.filter((one) => one !== option.id);
                if (next.length > 0 || empty) onChange(next);
              }}
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
