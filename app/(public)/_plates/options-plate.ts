import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Edition } from "@/delphi/publication";
import { readWithheld } from "@/delphi/reading";
import { consensusWord } from "@/delphi/verdict-reading";
import { distribution } from "@/ui/plates/drawings";
import type { Ink } from "@/ui/plates/ink";
import { type PlateRow, rowLayout } from "@/ui/plates/row-layout";
import { criterionName, type OptionStanding, optionsByAgreement } from "../_results/option-standing";
import type { MadePlate } from "./make-plate";

/** Every option's answers on one criterion, those the panel agrees on first, each with its verdict in a word. */
export async function optionsPlate(edition: Edition, part: string): Promise<MadePlate | null> {
  const text = await getTranslations("public.plates");
  const options = optionsByAgreement(edition);
  const asked = options[0]?.criteria.find((one) => one.part.id === part)?.part;
  if (asked?.scale.kind !== "ordinal") return null;
  const { points } = asked.scale;
  const rows = await Promise.all(options.map((option) => rowOf(edition, option, part)));
  const agreed = options.filter((option) => markIn(option, part) === "agreed").length;
  const criterion = criterionName(asked);
  return {
    title: text("options-title", { agreed, total: options.length, criterion: criterion.toLowerCase() }),
    caption: text("options", { criterion }),
    draw: (room, ink) =>
      rowLayout(
        rows.map((row) => row(ink)),
        [points[0]!.label, points.at(-1)!.label],
        room,
        ink,
      ),
  };
}

const figureIn = ({ criteria }: OptionStanding, part: string) =>
  criteria.find((one) => one.part.id === part)?.figure;

function markIn(option: OptionStanding, part: string): string | null {
  const figure = figureIn(option, part);
  return figure?.withheld === null ? figure.mark : null;
}

async function rowOf(
  edition: Edition,
  option: OptionStanding,
  part: string,
): Promise<(ink: Ink) => PlateRow> {
  const say = await sayer();
  const text = await getTranslations("public.results.options");
  const figure = figureIn(option, part);
  const name = { key: option.item.id, title: option.item.title };
  if (!figure) return () => ({ ...name, draw: null, aside: text("not-asked") });
  if (figure.withheld !== null) {
    const aside = say(readWithheld(figure.withheld, edition.protocol.minimumGroup));
    return () => ({ ...name, draw: null, aside });
  }
  const { counts } = figure;
  const word = consensusWord(figure);
  const aside = `${word ? `${say(word.word)}, ` : ""}n ${figure.n}`;
  return (ink) => ({ ...name, draw: counts && distribution(counts, ink), aside });
}
