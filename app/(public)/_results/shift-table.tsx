import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import type { Part } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { figureText, numberText, readWithheld } from "@/delphi/reading";
import { Disclosure } from "@/ui/disclosure";
import { Table } from "@/ui/table";
import { criterionName, type OptionStanding } from "./option-standing";

type Props = { edition: Edition; options: readonly OptionStanding[]; criteria: readonly Part[] };

/** Net change and medians of every option by criterion, folded: the record behind the pictures. */
export async function ShiftTable({ edition, options, criteria }: Props) {
  const text = await getTranslations("public.results");
  const rows = await Promise.all(
    options.map(async ({ item, criteria: rated }) => {
      const cells = rated.map(
        async ({ part, figure }) => [part.id, await changeOf(edition, part, figure)] as const,
      );
      return { key: item.id, cells: { item: item.title, ...Object.fromEntries(await Promise.all(cells)) } };
    }),
  );
  return (
    <Disclosure summary={text("shift.every")}>
      <Table
        caption={text("shift.every-caption")}
        columns={[
          { key: "item", label: text("options.option") },
          ...criteria.map((part) => ({ key: part.id, label: criterionName(part), numeric: true })),
        ]}
        rows={rows}
      />
    </Disclosure>
  );
}

async function changeOf(edition: Edition, part: Part, figure: Figure | undefined): Promise<string> {
  const text = await getTranslations("public.results");
  const say = await sayer();
  if (!figure) return text("options.not-asked");
  if (figure.withheld !== null) return say(readWithheld(figure.withheld, edition.protocol.minimumGroup));
  if (figure.median === null) return text("options.no-figure");
  const since = edition.rounds.find((round) => round.round === figure.stability?.since);
  const before = since && figureOf(since.figures, figure.item, figure.part);
  const after = figureText(part.scale, figure.median);
  const medians =
    before?.withheld !== null || before.median === null || before.median === figure.median
      ? text("shift.same", { after })
      : text("shift.medians", { before: figureText(part.scale, before.median), after });
  const change = figure.stability?.figures?.netChangePercent;
  return typeof change === "number"
    ? `${text("shift.change", { change: numberText(change, 1) })}, ${medians}`
    : medians;
}
