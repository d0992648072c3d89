import { getTranslations } from "next-intl/server";
import { measuresUsed } from "@/app/_figures/measures-used";
import type { Protocol } from "@/delphi/protocol";
import { Disclosure } from "@/ui/disclosure";

/** The conventions and sources of the figures on this page, as the measures themselves state them. */
export async function MeasureNotes({ protocol }: { protocol: Protocol }) {
  const t = await getTranslations("desk.analysis");
  return (
    <Disclosure quiet summary={t("notes.title")}>
      <dl className="max-w-measure space-y-4 font-sans text-sm">
        {measuresUsed(protocol).map(({ name, title, conventions, reading, source }) => (
          <div key={name} className="space-y-1">
            <dt className="font-medium">
              <a href={`/method#${name}`} className="link">
                {title}
              </a>
            </dt>
            <dd className="text-muted">{conventions.join(" ")}</dd>
            <dd className="text-muted">{reading}</dd>
            <dd className="text-muted">{t("notes.source", { source })}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
