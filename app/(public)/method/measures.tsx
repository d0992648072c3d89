import { getTranslations } from "next-intl/server";
import { type AnyMeasure, families } from "@/delphi/statistics/registry";

const ENTRIES = ["formula", "conventions", "reading", "source"] as const;

/** Every measure as it describes itself, each with an anchor that figures link to. */
export async function Measures() {
  const text = await getTranslations("public.method");
  return families.map(({ title, note, measures }) => (
    <section key={title} className="space-y-4">
      <h3>{title}</h3>
      {note ? <p>{note}</p> : null}
      {(measures as readonly AnyMeasure[]).map((measure) => (
        <article key={measure.name} id={measure.name} className="scroll-mt-6 border-t border-line pt-4">
          <h4>{measure.title}</h4>
          <p>{measure.meaning}</p>
          <dl className="mt-2 space-y-2 pb-4 font-sans text-sm text-muted">
            {ENTRIES.map((entry) => (
              <div key={entry}>
                <dt className="inline font-medium text-ink">{text(entry)}. </dt>
                <dd className="inline wrap-anywhere">
                  {entry === "conventions" ? measure.conventions.join(" ") : measure[entry]}
                </dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  ));
}
