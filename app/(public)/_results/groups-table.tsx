import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import { readFigures, readWithheld } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { consensusWord } from "@/delphi/verdict-reading";
import { VerdictGlyph } from "@/ui/verdict";
import { criterionName } from "./option-standing";

type Props = { edition: Edition; item: Item; criteria: readonly Part[] };

/**
 * Each declared group beside the whole panel, in the last round that asked the option. It stands on the page
 * once for every option, so its looks are said once at the table and not in every cell.
 */
export async function GroupsTable({ edition, item, criteria }: Props) {
  const { strata } = edition.protocol;
  const round = lastAsked(edition.rounds, item.id);
  if (strata.length < 2 || !round) return null;
  const text = await getTranslations("public.results");
  const label = text("options.strata-of", { criteria: criteria.map(criterionName).join(", ") });
  const groups = [{ id: null, title: text("panel") }, ...strata];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className="figures w-full border-collapse text-left text-sm [&_td]:min-w-28 [&_td]:py-2 [&_td]:pl-3 sm:[&_td]:pl-6 [&_th]:py-2 [&_th]:font-medium [&_thead]:border-b [&_thead]:border-edge [&_thead]:text-muted [&_thead_th+th]:pl-3 sm:[&_thead_th+th]:pl-6 [&_tr]:align-baseline [&_tbody_tr]:border-b [&_tbody_tr]:border-line">
        <caption className="pb-1 text-left text-muted">
          {text("options.strata-caption", { round: round.round })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text("options.group")}</th>
            {criteria.map((part) => (
              <th key={part.id} scope="col">
                {criterionName(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, title }) => (
            <tr key={id ?? "panel"}>
              <th scope="row">{title}</th>
              {criteria.map((part) => (
                <td key={part.id}>
                  <GroupFigure
                    part={part}
                    figure={figureOf(round.figures, item.id, part.id, id)}
                    minimumGroup={edition.protocol.minimumGroup}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type FigureProps = { part: Part; figure: Figure | undefined; minimumGroup: number };

async function GroupFigure({ part, figure, minimumGroup }: FigureProps) {
  if (!figure) return null;
  const say = await sayer();
  if (figure.withheld !== null) return <i>{say(readWithheld(figure.withheld, minimumGroup))}</i>;
  const verdict = consensusWord(figure);
  return (
    <>
      {verdict ? (
        <span className="flex items-center gap-1.5 font-medium">
          <VerdictGlyph mark={verdict.mark} className="size-3" />
          {say(verdict.word)}
        </span>
      ) : null}
      {say(readFigures(part, figure))}
    </>
  );
}
