import type { ReactNode } from "react";
import { useId } from "react";
import { FieldError } from "@/ui/field";
import { LikertList } from "@/ui/likert-list";
import { LikertRow } from "@/ui/likert-row";
import { OwnAnswer } from "@/ui/own-answer";

export type LikertPoint = { value: number; label: string };

/** A choice off the scale: abstaining, or taking an answer back. Its value is submitted as it stands. */
export type LikertAside = { value: string; label: ReactNode };

export type LikertProps = {
  name: string;
  /** The criterion's question. */
  legend: ReactNode;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** From low to high. */
  points: readonly LikertPoint[];
  /** The submitted value chosen at first: a point or an aside. Left out: nothing is chosen. */
  defaultValue?: string | number | null;
  /** The chosen value, where a client component holds it; needs `onChange`. */
  value?: string | number | null;
  onChange?: (value: string) => void;
  /**
   * The expert's answer of an earlier round: its value, the words that mark it ("your last answer"), and the line
   * below the cells ("Your last answer: 4, desirable"). A list marks the row itself and needs no line.
   */
  earlier?: { value: number | string; mark: string; text: ReactNode };
  /** "Outside my expertise". */
  abstain?: LikertAside;
  /** "No answer": takes a click back without JavaScript. */
  clear?: LikertAside;
  /** row: cells side by side, numbers with named ends on a phone · list: one below the other, for long labels. */
  layout?: "row" | "list";
  /** In a list: whether each point shows its number; one that says all in words needs none. */
  numbered?: boolean;
  disabled?: boolean;
};

const LONGEST_LABEL_IN_A_ROW = 24;

/**
 * One rating: a group of native radios, shown as large cells. Nothing is chosen until the expert chooses; the arrow
 * keys move within the group, and every radio carries its full label whatever is in sight.
 */
export function Likert(props: LikertProps) {
  const id = useId();
  const { legend, legendHidden, hint, error, points, earlier, abstain, clear } = props;
  const longest = Math.max(...points.map((point) => point.label.length));
  const layout = props.layout ?? (longest > LONGEST_LABEL_IN_A_ROW ? "list" : "row");
  const line = earlier && !(layout === "list" && points.some((point) => point.value === earlier.value));
  const described = [hint ? `${id}-hint` : "", line ? `${id}-own` : "", error ? `${id}-error` : ""].filter(
    Boolean,
  );
  const radio = radioOf(props);
  return (
    <fieldset aria-describedby={described.join(" ") || undefined} className="min-w-0 font-sans text-base">
      <legend className={legendHidden ? "sr-only" : "mb-2 block max-w-measure font-medium"}>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 mb-2 max-w-measure text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {layout === "row" ? (
        <LikertRow points={points} radio={radio} earlier={earlier} />
      ) : (
        <LikertList points={points} radio={radio} earlier={earlier} numbered={props.numbered ?? true} />
      )}
      {line ? (
        <div className="mt-1">
          <OwnAnswer id={`${id}-own`}>{earlier.text}</OwnAnswer>
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {abstain || clear ? (
        <div className="flex flex-wrap gap-x-6">
          {abstain ? <Aside aside={abstain} radio={radio} /> : null}
          {clear ? <Aside aside={clear} radio={radio} /> : null}
        </div>
      ) : null}
    </fieldset>
  );
}

export type Radio = (value: string | number) => {
  type: "radio";
  name: string;
  value: string | number;
  disabled?: boolean;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: () => void;
};

function radioOf({ name, value, defaultValue, onChange, disabled }: LikertProps): Radio {
  const same = (a: string | number, b: string | number | null | undefined) =>
    b != null && String(a) === String(b);
  return (own) => ({
    type: "radio",
    name,
    value: own,
    disabled,
    ...(onChange
      ? { checked: same(own, value), onChange: () => onChange(String(own)) }
      : { defaultChecked: same(own, defaultValue) }),
  });
}

function Aside({ aside, radio }: { aside: LikertAside; radio: Radio }) {
  return (
    <label className="group/aside inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md text-sm text-muted has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input {...radio(aside.value)} className="peer sr-only" />
      <span className="grid size-4 shrink-0 place-items-center rounded-full border border-edge peer-checked:border-[5px] peer-checked:border-accent" />
      <span className="underline decoration-line underline-offset-4 group-hover/aside:decoration-current peer-checked:font-semibold peer-checked:no-underline">
        {aside.label}
      </span>
    </label>
  );
}
