import { withDatabase } from "@/cli/with-database";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { beginSeries } from "@/db/commands/begin-series";
import { joinSeries } from "@/db/commands/join-series";
import { rehearse } from "@/db/seed/rehearse";
import type { Item } from "@/delphi/item";
import { usualRehearsal } from "@/delphi/rehearsal";
import { aStudy, items, value } from "../db/a-study";

/** The address of the planted series, and of its waves. */
const SLUG = "river";

/** From the second wave on one item is worded otherwise and another is not asked; the third has another panel. */
const reworded = ({ id, ...rest }: Item): Item =>
  id === "bridge" ? { id, ...rest, title: "A bridge for cars alone" } : { id, ...rest };
const WAVES: readonly (readonly Item[])[] = [
  items,
  items.map(reworded),
  items.filter(({ id }) => id !== "ferry").map(reworded),
];

/** Three rehearsals of a study as the waves of a series, owned by the person at that address. */
async function plant(owner: string): Promise<void> {
  for (const [at, asked] of WAVES.entries()) {
    const study = `${SLUG}-${at + 1}-rehearsal`;
    await aStudy(`${SLUG}-${at + 1}`, { open: false, items: asked });
    const settings = { ...usualRehearsal, experts: 12 + 2 * at, changes: false, dropOut: 0 };
    await rehearse(`${SLUG}-${at + 1}`, settings, { leaveOpen: false });
    await sql()`update study set announced = true where slug = ${study}`;
    await sql()`insert into membership (study_id, facilitator_id, role)
      select study.id, facilitator.id, 'owner' from study, facilitator
      where study.slug = ${study} and facilitator.address = ${owner} on conflict do nothing`;
    if (at === 2)
      await sql()`update invitation set address = 'other-' || address
        where study_id = (select id from study where slug = ${study})`;
    if (at === 0) {
      const terms = { name: "The river, year by year", slug: SLUG, panelShare: 50 };
      value(await beginSeries(system, { study, series: terms }));
    } else value(await joinSeries(system, { study, series: SLUG }));
  }
}

await withDatabase(() => plant(process.argv[2]!));
