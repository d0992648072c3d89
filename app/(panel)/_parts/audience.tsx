import { getTranslations } from "next-intl/server";
import type { AudienceFact } from "@/delphi/audience";

/** "Who can see what", as the study's settings have it: an audience, and what is true of it. */
export async function AudienceList({
  facts,
  minimumGroup,
  severAfterDays,
}: {
  facts: readonly AudienceFact[];
  minimumGroup: number;
  severAfterDays: number;
}) {
  const text = await getTranslations("panel.audience");
  const audiences = [...new Set(facts.map((fact) => fact.who))];
  return (
    <dl className="border-t border-line">
      {audiences.map((who) => (
        <div
          key={who}
          className="border-b border-line py-3 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
        >
          <dt className="font-sans text-base font-medium">{text(`${who}.who`)}</dt>
          <dd className="text-base max-sm:mt-1">
            <ul className="space-y-1.5">
              {facts
                .filter((fact) => fact.who === who)
                .map(({ fact }) => (
                  <li key={fact}>{text(`${who}.${fact}`, { k: minimumGroup, days: severAfterDays })}</li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
