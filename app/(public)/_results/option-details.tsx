import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Edition } from "@/delphi/publication";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { Disclosure } from "@/ui/disclosure";
import { Verdict } from "@/ui/verdict";
import { CriterionFigures } from "./criterion-figures";
import { isDissent } from "./dissenting";
import { GroupsTable } from "./groups-table";
import { ItemLineage } from "./item-lineage";
import { leadingFigure, type OptionStanding, optionPlace } from "./option-standing";
import { Reasons, reasonsFor, reasonsRemoved } from "./reasons";

/** One option: what it says, its figures by criterion and group, and the experts' reasons. */
export async function OptionDetails({ edition, option }: { edition: Edition; option: OptionStanding }) {
  const text = await getTranslations("public.results.options");
  const { item, number, round, criteria } = option;
  const reasons = reasonsFor(edition, item.id);
  const lastRound = edition.rounds.at(-1)!.round;
  return (
    <Disclosure summary={<Summary number={number} option={option} />}>
      <div id={optionPlace(item)} className="scroll-mt-20 space-y-6">
        {item.text ? <p className="max-w-measure">{item.text}</p> : null}
        <ItemLineage edition={edition} item={item.id} />
        {round !== null && round < lastRound ? (
          <p className="font-sans text-sm text-muted">{text("settled", { round })}</p>
        ) : null}
        <div className="grid gap-x-10 gap-y-10 md:grid-cols-2">
          {criteria.map(({ part, figure }) =>
            figure ? (
              <CriterionFigures key={part.id} edition={edition} item={item} part={part} figure={figure} />
            ) : null,
          )}
        </div>
        <GroupsTable edition={edition} item={item} criteria={criteria.map(({ part }) => part)} />
        {reasons.length > 0 && isDissent(leadingFigure(option)) ? (
          <p className="font-sans text-base">
            {text("in-dissent")}{" "}
            <a href={`#dissent-${item.id}`} className="link">
              {text("dissent")}
            </a>
          </p>
        ) : (
          <Reasons reasons={reasons} removed={reasonsRemoved(edition, item.id)} />
        )}
      </div>
    </Disclosure>
  );
}

async function Summary({ number, option }: { number: number; option: OptionStanding }) {
  const say = await sayer();
  const figure = leadingFigure(option);
  const consensus = figure && consensusWord(figure);
  const stability = figure && stabilityWord(figure);
  return (
    <span className="flex gap-x-6 gap-y-1 max-sm:flex-col sm:items-baseline">
      <span className="flex gap-2 font-serif text-lg leading-snug font-semibold sm:w-[22rem] lg:w-[30rem] xl:w-[35rem]">
        <span className="figures min-w-6 font-sans text-sm leading-6 font-normal text-muted">{number}</span>
        {option.item.title}
      </span>
      {consensus ? (
        <span className="text-sm max-sm:pl-8">
          <Verdict
            consensus={{ mark: consensus.mark, label: say(consensus.word) }}
            stability={stability ? { mark: stability.mark, label: say(stability.word) } : undefined}
          />
        </span>
      ) : null}
    </span>
  );
}
