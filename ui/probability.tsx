import type { ReactNode } from "react";
import { SelectField } from "@/ui/field";
import { OwnAnswer } from "@/ui/own-answer";

export type ProbabilityProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The first choice, with the empty value: "Not answered". An untouched question stays there. */
  empty: string;
  /** What the ends mean: "impossible", "certain". */
  ends?: { low: string; high: string };
  /** In percent. By default 0, 5, … 100. */
  values?: readonly number[];
  defaultValue?: string | number | null;
  /** The chosen value, where a client component holds it; needs `onChange`. */
  value?: string | number | null;
  onChange?: (value: string) => void;
  /** "Outside my expertise", as the last choice. */
  abstain?: { value: string; label: string };
  /** One's own answer of an earlier round in words: "Your last answer: 40%". */
  earlier?: ReactNode;
  disabled?: boolean;
};

const BY_FIVES = Array.from({ length: 21 }, (_, step) => step * 5);

/**
 * A probability from 0 to 100%. A native list: a phone turns it into its own wheel, the keyboard takes typed digits,
 * it works without JavaScript, and unlike a slider it shows when nothing has been answered.
 */
export function Probability(props: ProbabilityProps) {
  const {
    name,
    label,
    hint,
    error,
    empty,
    ends,
    values = BY_FIVES,
    abstain,
    earlier,
    disabled,
    onChange,
  } = props;
  return (
    <div>
      <SelectField
        name={name}
        label={label}
        hint={hint}
        error={error}
        disabled={disabled}
        className="figures max-w-64"
        {...(onChange
          ? { value: String(props.value ?? ""), onChange: (event) => onChange(event.currentTarget.value) }
          : { defaultValue: String(props.defaultValue ?? "") })}
      >
        <option value="">{empty}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {percentOption(value, ends)}
          </option>
        ))}
        {abstain ? <option value={abstain.value}>{abstain.label}</option> : null}
      </SelectField>
      {earlier ? (
        <div className="mt-2">
          <OwnAnswer>{earlier}</OwnAnswer>
        </div>
      ) : null}
    </div>
  );
}

function percentOption(value: number, ends: ProbabilityProps["ends"]): string {
  if (ends && value === 0) return `0% – ${ends.low}`;
  if (ends && value === 100) return `100% – ${ends.high}`;
  return `${value}%`;
}
