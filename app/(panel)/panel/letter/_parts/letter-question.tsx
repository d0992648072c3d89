import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Letter, LetterItem, LetterPart } from "@/db/queries/letter";
import { readFigure, readFigures } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { shortLabel } from "@/delphi/point-words";
import { pointLabel, type Scale, scaleBounds } from "@/delphi/scale";
import { readChange } from "@/delphi/verdict-reading";
import { OwnAnswer } from "@/ui/own-answer";
import { Strip } from "@/ui/pictures/strip";

type Props = { one: LetterItem; study: Letter["study"]; group: string | null };

/** One question of a letter: own answer, panel, own group, what moved, what was decided. */
export async function LetterQuestion({ one: { item, round, parts, decided }, study, group }: Props) {
  const text = await getTranslations("panel.letter");
  return (
    <li className="border-b border-line py-5 print:py-3">
      <h3 className="text-lg [overflow-wrap:anywhere]">{item.title}</h3>
      <div className="print:grid print:grid-cols-2 print:gap-x-8">
        {parts.map((part) => (
          <PartLines key={part.part.id} item={item} of={part} k={study.minimumGroup} group={group} />
        ))}
      </div>
      {decided && decided !== "done" ? (
        <p className="mt-2 font-sans text-sm text-muted">{text(`decided.${decided}`, { round })}</p>
      ) : null}
    </li>
  );
}

async function PartLines({
  item,
  of: { part, own, panel, before, group: groupFigure },
  k,
  group,
}: {
  item: Item;
  of: LetterPart;
  k: number;
  group: string | null;
}) {
  const text = await getTranslations("panel.letter");
  const say = await sayer();
  const bounds = scaleBounds(part.scale);
  const shown = panel?.withheld === null ? panel : null;
  const last = own.findLast(({ value }) => value !== null)?.value ?? null;
  const change = shown && before?.withheld === null ? readChange(part, before, shown) : null;
  return (
    <div className="mt-3 gap-x-8 sm:grid sm:grid-cols-[minmax(0,1fr)_10rem] print:mt-1 print:block">
      <div className="min-w-0 space-y-1">
        {part.question ? <p className="text-base">{part.question}</p> : null}
        {own.length > 0 ? (
          <OwnAnswer>
            {own
              .map(({ round, value }) =>
                text("own", {
                  round,
                  answer: value === null ? text("own-none") : answerText(part.scale, value),
                }),
              )
              .join("; ")}
          </OwnAnswer>
        ) : null}
        <p className="font-sans text-sm">
          {panel ? say(readFigure(item, part, panel, k)) : text("panel-later")}
        </p>
        {groupFigure && group ? (
          <p className="font-sans text-sm">
            {text("own-group", {
              group,
              finding:
                groupFigure.withheld === null
                  ? say(readFigures(part, groupFigure))
                  : say(readFigure(item, part, groupFigure, k)),
            })}
          </p>
        ) : null}
        {change ? <p className="font-sans text-sm text-muted">{say(change)}.</p> : null}
      </div>
      {shown && bounds ? (
        <div className="max-sm:mt-2">
          <Strip
            {...bounds}
            median={shown.median}
            middle={shown.q1 === null || shown.q3 === null ? null : { low: shown.q1, high: shown.q3 }}
            own={last}
            counts={shown.counts ?? undefined}
            description={say(readFigures(part, shown))}
          />
        </div>
      ) : null}
    </div>
  );
}

/** "4, desirable"; a probability and a bare number stand by themselves. */
function answerText(scale: Scale, value: number): string {
  const label = shortLabel(pointLabel(scale, value));
  return scale.kind === "ordinal" && label !== String(value) ? `${value}, ${label}` : label;
}
