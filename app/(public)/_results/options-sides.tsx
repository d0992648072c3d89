import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import type { Edition } from "@/delphi/publication";
import { Disclosure } from "@/ui/disclosure";
import { DivergingBars } from "@/ui/pictures/diverging-bars";
import { itemPlace } from "./item-place";
import { criterionName, optionsByAgreement } from "./option-standing";
import { sidesPicture } from "./sides-picture";

/** How all options were answered, side against side: by the first criterion, and folded by each of the others. */
export async function OptionsSides({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.options");
  const [first, ...others] = (optionsByAgreement(edition)[0]?.criteria ?? [])
    .map(({ part }) => part)
    .filter((part) => part.scale.kind === "ordinal");
  if (!first) return null;
  return (
    <div>
      <Sides edition={edition} part={first.id} base={base} />
      {others.map((part) => (
        <Disclosure
          key={part.id}
          quiet
          summary={<span className="text-sm">{text("sides-other", { criterion: criterionName(part) })}</span>}
        >
          <Sides edition={edition} part={part.id} base={base} />
        </Disclosure>
      ))}
    </div>
  );
}

async function Sides({ edition, part, base }: { edition: Edition; part: string; base: string }) {
  const picture = await sidesPicture(edition, part);
  if (!picture) return null;
  const rows = picture.rows.map((row) => ({ ...row, href: itemPlace(base, { id: row.key }) }));
  return <DivergingBars {...picture} rows={rows} heading={3} words={await pictureWords()} />;
}
