import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readWithheld } from "@/delphi/figure-reading";
import type { Edition } from "@/delphi/publication";
import { interval } from "@/ui/plates/drawings";
import { rowLayout } from "@/ui/plates/row-layout";
import { scenarioFinding, scenarioStanding } from "../_results/scenario-standing";
import type { MadePlate } from "./make-plate";

const PERCENT = { min: 0, max: 100 };

/** How likely the panel holds each scenario: its median and middle half, in percent. */
export async function scenariosPlate(edition: Edition): Promise<MadePlate | null> {
  const text = await getTranslations("public.plates");
  const say = await sayer();
  const rows = edition.items
    .filter((item) => item.kind === "scenario")
    .flatMap((item) => {
      const figure = scenarioStanding(edition, item);
      return figure ? [{ item, figure }] : [];
    });
  if (rows.length === 0) return null;
  const { minimumGroup } = edition.protocol;
  return {
    title: await scenarioFinding(
      rows.map(({ item, figure }) => ({
        title: item.title,
        median: figure.withheld === null ? figure.median : null,
      })),
    ),
    caption: text("scenarios"),
    draw: (room, ink) =>
      rowLayout(
        rows.map(({ item, figure }) => {
          const name = { key: item.id, title: item.title };
          if (figure.withheld !== null || figure.median === null) {
            const aside = figure.withheld === null ? "" : say(readWithheld(figure.withheld, minimumGroup));
            return { ...name, draw: null, aside };
          }
          const { median, q1, q3, n } = figure;
          const middle = q1 === null || q3 === null ? null : { low: q1, high: q3 };
          return { ...name, draw: interval(median, middle, PERCENT, ink), aside: `${median}%, n ${n}` };
        }),
        ["0%", "100%"],
        room,
        ink,
      ),
  };
}
