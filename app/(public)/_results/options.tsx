import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { measuresUsed } from "@/app/_figures/measures-used";
import type { Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { VerdictMatrix } from "@/ui/pictures/verdict-matrix";
import { Section } from "../_frame/article";
import { itemPlace } from "./item-place";
import { criterionName, leadingFigure, optionsByAgreement } from "./option-standing";
import { OptionsPlane } from "./options-plane";
import { OptionsSides } from "./options-sides";
import { verdictCell } from "./verdict-cell";

/** Every option in one matrix, sorted by agreement; each leads to its own page. */
export async function Options({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results");
  const options = optionsByAgreement(edition);
  const criteria = options[0]?.criteria.map(({ part }) => part) ?? [];
  const agreed = options.filter((option) => leadingFigure(option)?.mark === "agreed").length;
  const rows = await Promise.all(
    options.map(async ({ item, number, criteria }) => ({
      key: item.id,
      title: item.title,
      number,
      href: itemPlace(base, item),
      cells: Object.fromEntries(
        await Promise.all(
          criteria.map(
            async ({ part, figure }) => [part.id, await verdictCell(edition, part, figure)] as const,
          ),
        ),
      ),
    })),
  );
  return (
    <Section
      id="options"
      title={text("options.title")}
      wide={
        <>
          <VerdictMatrix
            title={text("options.finding", { agreed, total: options.length })}
            caption={text("options.caption")}
            heading={3}
            itemHead={text("options.option")}
            columns={criteria.map((part) => ({ key: part.id, label: criterionName(part) }))}
            rows={rows}
          />
          {criteria[0] ? <OptionsSides edition={edition} part={criteria[0].id} base={base} /> : null}
          <OptionsPlane options={options} base={base} />
        </>
      }
    >
      <p>{text("options.lead")}</p>
      <p className="font-sans text-sm text-muted">
        {[text("options.strip"), ...criteria.flatMap((part) => criterionEnds(part, text))].join(" ")}
      </p>
      <p className="font-sans text-sm text-muted">
        {text("options.computed")}{" "}
        {measuresUsed(edition.protocol).map(({ name, title }, at) => (
          <Fragment key={name}>
            {at > 0 ? " · " : null}
            <a href={`/method#${name}`} className="link">
              {title}
            </a>
          </Fragment>
        ))}
      </p>
    </Section>
  );
}

/** "Desirability runs from “very undesirable” to “very desirable”." */
function criterionEnds(part: Part, text: (key: string, values: Record<string, string>) => string): string[] {
  if (part.scale.kind !== "ordinal") return [];
  const [low, high] = [part.scale.points[0]!.label, part.scale.points.at(-1)!.label];
  return [text("options.ends", { criterion: criterionName(part), low, high })];
}
