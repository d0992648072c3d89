import type { ReactNode } from "react";
import { useId } from "react";
import { isoOf } from "@/delphi/quantity";
import type { QuantityScale } from "@/delphi/scale";
import { Aside, type AsideChoice } from "@/ui/aside";
import { CONTROL, FieldError, SelectField } from "@/ui/field";
import { OwnDiamond } from "@/ui/own-answer";

export type EstimateField = {
  readonly part: string;
  readonly name: string;
  readonly label: string;
  readonly scale: QuantityScale;
  /** As it was typed. */
  readonly value: string;
  readonly error?: string | undefined;
  /** One's answer of an earlier round, in words. */
  readonly own?: string | undefined;
};

type Props = {
  legend: ReactNode;
  hint: ReactNode;
  fields: readonly EstimateField[];
  /** The first choice of a list: "Not answered". */
  empty: string;
  abstain: AsideChoice;
};

/**
 * Lowest, highest, best and how sure, as native fields: typed numbers with a phone's digits, the browser's own dates,
 * a list for the confidence. What is wrong stands below its field.
 */
export function EstimateFields({ legend, hint, fields, empty, abstain }: Props) {
  const id = useId();
  const asked = fields.map(({ part, scale }) => ({ id: part, scale }));
  return (
    <fieldset
      data-estimate={JSON.stringify(asked)}
      aria-describedby={`${id}-hint`}
      className="min-w-0 font-sans text-base"
    >
      <legend className="sr-only">{legend}</legend>
      <p id={`${id}-hint`} className="mb-4 max-w-measure text-sm text-muted">
        {hint}
      </p>
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-3">
        {fields.map((field) =>
          isPercentList(field.scale) ? (
            <div key={field.part} className="sm:col-span-3">
              <Confidence field={field} empty={empty} />
            </div>
          ) : (
            <Typed key={field.part} field={field} />
          ),
        )}
      </div>
      <Aside choice={abstain} margin="mt-3" />
    </fieldset>
  );
}

/** A confidence from 50 to 100% is chosen in steps of five; nobody is surer by one percent. */
const isPercentList = (scale: QuantityScale): boolean =>
  scale.kind === "number" && scale.unit === "%" && scale.min === 50 && scale.max === 100;

const STEP = 5;

function Confidence({ field, empty }: { field: EstimateField; empty: string }) {
  const steps = Array.from({ length: 50 / STEP + 1 }, (_, at) => String(50 + at * STEP));
  const values = field.value === "" || steps.includes(field.value) ? steps : [field.value, ...steps];
  return (
    <>
      <SelectField
        name={field.name}
        label={field.label}
        defaultValue={field.value}
        data-quantity="number"
        aria-describedby={`${field.name}-problem`}
        aria-invalid={field.error ? true : undefined}
        className="figures max-w-64"
      >
        <option value="">{empty}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {value}%
          </option>
        ))}
      </SelectField>
      <Problem field={field} />
      <Own field={field} />
    </>
  );
}

function Typed({ field }: { field: EstimateField }) {
  const { name, label, scale, value, error } = field;
  const unit = scale.kind === "number" ? scale.unit : "";
  const bound = (day: number | null) => (day === null ? undefined : isoOf(day));
  return (
    <div className="self-start">
      <label htmlFor={name} className="mb-1 flex flex-wrap content-end gap-x-2 font-medium sm:min-h-12">
        {label}
        {unit ? <span className=" text-sm font-normal text-muted">{unit}</span> : null}
      </label>
      <input
        id={name}
        name={name}
        defaultValue={value}
        data-quantity={scale.kind}
        {...(scale.kind === "date"
          ? { type: "date", min: bound(scale.min), max: bound(scale.max) }
          : { type: "text", inputMode: scale.decimals === 0 ? "numeric" : "decimal", maxLength: 100 })}
        aria-describedby={`${name}-problem`}
        aria-invalid={error ? true : undefined}
        className={`figures ${CONTROL} min-h-11`}
      />
      <Problem field={field} />
      <Own field={field} />
    </div>
  );
}

/** It stands ready for what is found while the form is filled in. */
const Problem = ({ field: { part, name, error } }: { field: EstimateField }) => (
  <div data-problem={part} hidden={!error} role="status">
    <FieldError id={`${name}-problem`}>{error ?? ""}</FieldError>
  </div>
);

const Own = ({ field: { own } }: { field: EstimateField }) =>
  own ? (
    <p className="mt-2 flex items-baseline gap-2 text-sm font-medium text-you">
      <OwnDiamond className="relative top-px size-3" />
      {own}
    </p>
  ) : null;
