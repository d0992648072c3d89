import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import { readFigures, readWithheld } from "@/delphi/figure-reading";
import { type Item, isAnsweredAsOne, type Part, ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { Table } from "@/ui/table";
import { ItemLineage } from "./item-lineage";
import { criterionName } from "./option-standing";

/** What became of an item: its changes, and its figures in every round with the verdicts of then. */
export async function ItemHistory({ edition, item }: { edition: Edition; item: Item }) {
  const text = await getTranslations("public.results");
  const parts = ratedParts(item);
  const rows = await Promise.all(
    edition.rounds.flatMap((round) =>
      parts.map(async (part) => ({
        key: `${round.round}/${part.id}`,
        cells: {
          round: text("round", { round: round.round }),
          part: isAnsweredAsOne(item) ? part.question : parts.length > 1 ? criterionName(part) : "",
          figures: await said(edition, part, figureOf(round.figures, item.id, part.id)),
          verdict: await verdictOf(figureOf(round.figures, item.id, part.id)),
        },
      })),
    ),
  );
  return (
    <div className="space-y-5">
      <ItemLineage edition={edition} item={item.id} />
      <Table
        caption={text("item.history-caption")}
        captionHidden
        columns={[
          { key: "round", label: text("method.round") },
          ...(parts.length > 1 ? [{ key: "part", label: text("item.criterion") }] : []),
          { key: "figures", label: text("item.figures") },
          { key: "verdict", label: text("item.verdict") },
        ]}
        rows={rows}
      />
    </div>
  );
}

async function said({ protocol }: Edition, part: Part, figure: Figure | undefined): Promise<string> {
  const text = await getTranslations("public.results.options");
  const say = await sayer();
  if (!figure) return text("not-asked");
  if (figure.withheld !== null) return say(readWithheld(figure.withheld, protocol.minimumGroup));
  return say(readFigures(part, figure));
}

async function verdictOf(figure: Figure | undefined): Promise<string> {
  const say = await sayer();
  if (figure?.withheld !== null) return "";
  return [consensusWord(figure), stabilityWord(figure)]
    .flatMap((one) => (one ? [say(one.word)] : []))
    .join(", ");
}
