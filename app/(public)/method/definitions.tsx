import { getTranslations } from "next-intl/server";
import { presets } from "@/delphi/definitions/library";

const ENTRIES = ["convention", "caution", "scales", "source"] as const;

/** Every published definition of agreement and steadiness that a study can declare, as it describes itself. */
export async function Definitions() {
  const text = await getTranslations("public.method");
  return (["consensus", "stability"] as const).map((about) => (
    <section key={about} className="space-y-4">
      <h3>{text(`about-${about}`)}</h3>
      {presets
        .filter((preset) => preset.about === about)
        .map((preset) => (
          <article
            key={preset.name}
            id={`definition-${preset.name}`}
            className="scroll-mt-6 border-t border-line pt-4"
          >
            <h4>{preset.title}</h4>
            <dl className="mt-2 space-y-2 pb-4 font-sans text-sm text-muted">
              {ENTRIES.map((entry) => (
                <div key={entry}>
                  <dt className="inline font-medium text-ink">{text(entry)}. </dt>
                  <dd className="inline wrap-anywhere">{preset[entry]}</dd>
                </div>
              ))}
            </dl>
          </article>
        ))}
    </section>
  ));
}
