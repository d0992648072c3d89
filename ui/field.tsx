import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useId } from "react";

export type FieldTexts = {
  label: ReactNode;
  /** Stands between label and control. */
  hint?: ReactNode;
  /** What is wrong and what to do, as a sentence. */
  error?: ReactNode;
  /** Said beside the label, e.g. "optional". */
  note?: ReactNode;
  /** Hides the label from sight, not from screen readers. */
  labelHidden?: boolean;
};

export const CONTROL =
  "w-full rounded-md border border-edge bg-card px-3 py-2 font-sans text-base text-ink placeholder:text-muted hover:border-ink disabled:bg-wash disabled:text-muted aria-invalid:border-2 aria-invalid:border-caution";

/** A label, a hint and an error, tied to one control by its id. The control is given its id and aria attributes. */
export function Field({
  label,
  hint,
  error,
  note,
  labelHidden = false,
  id,
  children,
}: FieldTexts & { id?: string; children: (attributes: FieldAttributes) => ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const described = [hint ? `${own}-hint` : "", error ? `${own}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="font-sans text-base">
      <label htmlFor={own} className={labelHidden ? "sr-only" : "mb-1 block font-medium"}>
        {label}
        {note ? <span className="ml-2 text-sm font-normal text-muted">{note}</span> : null}
      </label>
      {hint ? (
        <p id={`${own}-hint`} className="mb-2 max-w-measure text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children({
        id: own,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? <FieldError id={`${own}-error`}>{error}</FieldError> : null}
    </div>
  );
}

export type FieldAttributes = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** An error under a control; the sign and the word of the sentence say it beside the colour. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-2 flex gap-2 text-sm font-medium text-caution">
      <svg viewBox="0 0 16 16" className="mt-0.5 size-4 shrink-0" aria-hidden="true">
        <path
          d="M8 1.5 15 14H1Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
        <path d="M8 6v4M8 11.4v1" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span>{children}</span>
    </p>
  );
}

/** A line of text. */
export function TextField({
  label,
  hint,
  error,
  note,
  labelHidden,
  id,
  className = "",
  ...rest
}: FieldTexts & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, note, labelHidden, id }}>
      {(tied) => <input {...tied} className={`${CONTROL} min-h-11 ${className}`} {...rest} />}
    </Field>
  );
}

/** Several lines of text. It grows with what is written, where the browser can. */
export function TextArea({
  label,
  hint,
  error,
  note,
  labelHidden,
  id,
  className = "",
  rows = 4,
  ...rest
}: FieldTexts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, note, labelHidden, id }}>
      {(tied) => (
        <textarea
          {...tied}
          rows={rows}
          className={`${CONTROL} field-sizing-content min-h-24 font-serif text-lg ${className}`}
          {...rest}
        />
      )}
    </Field>
  );
}

/** A choice from a list; the options are its children. */
export function SelectField({
  label,
  hint,
  error,
  note,
  labelHidden,
  id,
  className = "",
  children,
  ...rest
}: FieldTexts & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field {...{ label, hint, error, note, labelHidden, id }}>
      {(tied) => (
        <span className={`relative block ${className}`}>
          <select {...tied} className={`${CONTROL} min-h-11 cursor-pointer appearance-none pr-10`} {...rest}>
            {children}
          </select>
          <svg
            viewBox="0 0 12 12"
            className="pointer-events-none absolute top-1/2 right-3.5 size-3 -translate-y-1/2"
            aria-hidden="true"
          >
            <path d="M1.5 4 6 8.5 10.5 4" fill="none" stroke="currentColor" strokeWidth="1.75" />
          </svg>
        </span>
      )}
    </Field>
  );
}

/** One box to tick, with its sentence beside it. */
export function CheckField({
  label,
  hint,
  error,
  id,
  className = "",
  ...rest
}: Omit<FieldTexts, "labelHidden" | "note"> & InputHTMLAttributes<HTMLInputElement>) {
  const made = useId();
  const own = id ?? made;
  const described = [hint ? `${own}-hint` : "", error ? `${own}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="font-sans text-base">
      <label htmlFor={own} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id={own}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className={`mt-0.5 size-5 shrink-0 accent-accent ${className}`}
          {...rest}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${own}-hint`} className="ml-8 max-w-measure text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${own}-error`}>{error}</FieldError> : null}
    </div>
  );
}
