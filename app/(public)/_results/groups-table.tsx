import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import type { Item, Part } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { readFigures } from "@/delphi/reading";
import { Withheld } from "@/ui/pictures/rows";
import { Table } from "@/ui/table";
import { Verdict } from "@/ui/verdict";
import { criterionName } from "./option-standing";
import { verdictCell } from "./verdict-cell";

type Props = { edition: Edition; item: Item; criteria: readonly Part[] };

/** Each declared group beside the whole panel, in the last round that asked the option. */
export async function GroupsTable({ edition, item, criteria }: Props) {
  const { strata } = edition.protocol;
  const round = lastAsked(edition.rounds, item.id);
  if (strata.length < 2 || !round) return null;
  const text = await getTranslations("public.results");
  const groups = [{ id: null, title: text("panel") }, ...strata];
  const rows = groups.map(async ({ id, title }) => {
    const cells = criteria.map(
      async (part) =>
        [part.id, await cellOf(edition, part, figureOf(round.figures, item.id, part.id, id))] as const,
    );
    return { key: id ?? "panel", cells: { group: title, ...Object.fromEntries(await Promise.all(cells)) } };
  });
  return (
    <Table
      caption={text("options.strata-caption", { round: round.round })}
      columns={[
        { key: "group", label: text("options.group") },
        ...criteria.map((part) => ({ key: part.id, label: criterionName(part) })),
      ]}
      rows={await Promise.all(rows)}
    />
  );
}

async function cellOf(edition: Edition, part: Part, figure: Figure | undefined): Promise<ReactNode> {
  const cell = await verdictCell(edition, part, figure);
  if ("none" in cell || figure?.withheld !== null)
    return <Withheld>{"none" in cell ? cell.none : null}</Withheld>;
  const say = await sayer();
  return (
    <span className="inline-flex flex-col gap-1 text-left text-sm">
      <Verdict consensus={cell.consensus} />
      {cell.note}
      <span className="figures text-muted">{say(readFigures(part, figure))}</span>
    </span>
  );
}
