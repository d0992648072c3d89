export type AsideChoice = {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
};

/** A way past a question that is one answer in several fields: it stands below them, and apart. */
export function Aside({
  choice: { name, value, label, chosen },
  margin,
}: {
  choice: AsideChoice;
  margin: "mt-1" | "mt-3";
}) {
  return (
    <label
      className={`${margin} inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md text-sm text-muted has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
    >
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={chosen}
        data-aside=""
        className="size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
