"use client";

import type { ComponentProps } from "react";
import { Button, type ButtonProps } from "@/ui/button";
import { CheckField, SelectField, TextArea, TextField } from "@/ui/field";
import { useSent } from "./action-form";

type Named = {
  name: string;
  /** Where the command finds fault with it, when that is not the field's own name. */
  path?: string;
};

function useField(name: string, path = name) {
  const { state } = useSent();
  const problem = state?.problems.find((one) => one.path === path || one.path.endsWith(`.${path}`));
  return { error: problem?.message, typed: state?.values[name], sent: state !== null };
}

export function FormText({ path, defaultValue, ...rest }: ComponentProps<typeof TextField> & Named) {
  const { error, typed } = useField(rest.name, path);
  return <TextField {...rest} error={error} defaultValue={typed ?? defaultValue} />;
}

export function FormArea({ path, defaultValue, ...rest }: ComponentProps<typeof TextArea> & Named) {
  const { error, typed } = useField(rest.name, path);
  return <TextArea {...rest} error={error} defaultValue={typed ?? defaultValue} />;
}

/** Made anew when it comes back with another choice: a list keeps the choice it was made with. */
export function FormSelect({ path, defaultValue, ...rest }: ComponentProps<typeof SelectField> & Named) {
  const { error, typed } = useField(rest.name, path);
  const chosen = typed ?? defaultValue;
  return <SelectField key={String(chosen)} {...rest} error={error} defaultValue={chosen} />;
}

/** One of several choices, each with a sentence; all are in sight. */
export function FormRadios({
  name,
  legend,
  defaultValue,
  choices,
}: {
  name: string;
  legend: string;
  defaultValue: string;
  choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}) {
  const { typed } = useField(name);
  const chosen = typed ?? defaultValue;
  return (
    <fieldset key={chosen} className="font-sans text-base">
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="divide-y divide-line border-y border-line">
        {choices.map(({ value, label, hint }) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5 hover:bg-wash">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span>
              {label}
              {hint ? <span className="block max-w-measure text-sm text-muted">{hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function FormCheck({ path, defaultChecked, ...rest }: ComponentProps<typeof CheckField> & Named) {
  const { error, typed, sent } = useField(rest.name, path);
  const checked = sent ? typed !== undefined : defaultChecked;
  return <CheckField key={String(checked)} {...rest} error={error} defaultChecked={checked} />;
}

/** Sends the form it stands in, once. */
export function Submit(props: ButtonProps) {
  const { pending } = useSent();
  return <Button {...props} aria-disabled={pending || undefined} disabled={pending || props.disabled} />;
}
