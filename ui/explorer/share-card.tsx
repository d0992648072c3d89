import { share } from "@/ui/pictures/share";

/** The figures under the pointer. `of` is the word before n, where the lines have different ones. */
export function ShareCard({
  title,
  lines,
  of,
}: {
  title: string;
  lines: readonly { label: string; count: number; n: number }[];
  of?: string;
}) {
  return (
    <div className="max-w-72 rounded-md border border-edge bg-card px-3 py-2 font-sans text-sm text-ink">
      <p className="font-semibold">{title}</p>
      <ul className="mt-1">
        {lines.map((line) => (
          <li key={line.label} className="flex justify-between gap-4">
            <span className="text-muted">
              {line.label}
              {of ? `, ${of} ${line.n}` : ""}
            </span>
            <span className="figures whitespace-nowrap">
              {line.count} · {share(line.count, line.n)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
