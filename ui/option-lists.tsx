import type { ReactNode } from "react";
import { useId } from "react";
import { Aside, type AsideChoice } from "@/ui/aside";
import { OwnAnswer } from "@/ui/own-answer";

export type OptionList = {
  readonly name: string;
  readonly label: string;
  /** The chosen value; left out: nothing is chosen. */
  readonly value?: string;
  /** The words of what one answered last time. */
  readonly own?: string;
  /** What the panel answered, where that is shown. */
  readonly note?: ReactNode;
};

/**
 * One native list for each of several options that are one answer together: a phone turns it into its own wheel, the
 * keyboard takes typed digits, it works without JavaScript, and it shows when nothing has been answered. What is still
 * missing stands below, in words.
 */
export function OptionLists({
  legend,
  hint,
  empty,
  values,
  options,
  aside,
  children,
}: {
  legend: ReactNode;
  hint: ReactNode;
  /** The first entry of every list: nothing is chosen. */
  empty: string;
  values: readonly number[];
  options: readonly OptionList[];
  /** Says something about all of them: no expertise. */
  aside: AsideChoice;
  /** How far the answer is. */
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint`} className="min-w-0 font-sans text-base">
      <legend className="sr-only">{legend}</legend>
      <p id={`${id}-hint`} className="mb-2 max-w-measure text-sm text-muted">
        {hint}
      </p>
      <div className="flex flex-col gap-1">
        {options.map((option) => (
          <div
            key={option.name}
            className="flex min-h-12 items-start gap-3 rounded-md border border-edge bg-card px-3 py-2"
          >
            <select
              id={`${id}-${option.name}`}
              name={option.name}
              defaultValue={option.value ?? ""}
              data-option
              className="figures min-h-11 w-20 shrink-0 cursor-pointer rounded-md border border-edge bg-paper px-2"
            >
              <option value="">{empty}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
            <div className="min-w-0 flex-1 space-y-1 self-center [overflow-wrap:anywhere]">
              <label htmlFor={`${id}-${option.name}`} className="block cursor-pointer py-1 leading-snug">
                {option.label}
              </label>
              {option.own ? <OwnAnswer>{option.own}</OwnAnswer> : null}
              {option.note}
            </div>
          </div>
        ))}
      </div>
      {children}
      <Aside choice={aside} margin="mt-1" />
    </fieldset>
  );
}
