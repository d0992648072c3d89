import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { NextRound } from "@/db/queries/carry-forward";
import { asksAgain, type CarryForward } from "@/delphi/carry-forward";
import { figureOf } from "@/delphi/figure";
import { readFigures } from "@/delphi/figure-reading";
import { type Item, type Part, partName, ratedParts } from "@/delphi/item";
import { leadIn } from "@/delphi/lead-in";
import type { Snapshot } from "@/delphi/publication";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";

export type SheetRow = {
  readonly item: Item;
  readonly proposed: boolean;
  /** What the rules propose, as they name it; null before round 1. */
  readonly rule: CarryForward["proposal"] | null;
  /** What the rules propose and why. */
  readonly proposal: string;
  /** One line a part: what the panel answered when it was last asked in the round before. */
  readonly last: readonly string[];
};

/** The rows of the carry-forward sheet in words. Before round 1 everything is proposed. */
export async function sheetRows({ sheet, after }: NextRound): Promise<readonly SheetRow[]> {
  const t = await getTranslations("desk.sheet");
  const lineOf = await figureLine();
  return sheet.map(({ item, proposal }) => ({
    item,
    rule: proposal?.proposal ?? null,
    proposed: proposal === null || asksAgain(proposal),
    proposal: proposal ? t(`because.${proposal.because}`) : t("because.first-round"),
    last: ratedParts(item).flatMap((part) => lineOf(item, part, after) ?? []),
  }));
}

/** Says one part's figures of a round in a line, or null where the round did not ask it. */
async function figureLine() {
  const t = await getTranslations("desk.sheet");
  const say = await sayer();
  return (item: Item, part: Part, after: Snapshot | null): string | null => {
    const figure = after && figureOf(after.figures, item.id, part.id);
    if (!figure) return null;
    const label = ratedParts(item).length > 1 ? `${leadIn(partName(item, part))} ` : "";
    if (figure.withheld !== null) return `${label}${t("withheld")}`;
    const words = [consensusWord(figure)?.word, stabilityWord(figure)?.word];
    const said = [readFigures(part, figure), ...words].flatMap((one) => (one ? [say(one)] : []));
    return `${label}${said.join(", ")}`;
  };
}
