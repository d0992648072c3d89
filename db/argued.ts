import type { Item } from "@/delphi/item";
import { type Position, usualDisplay } from "@/delphi/position";
import type { Protocol } from "@/delphi/protocol";
import { positionsForExperts } from "./positions";
import type { Tx } from "./run";

type Arguing = Pick<Position, "id" | "author" | "affiliation"> & { readonly number: number };

/** How many published positions argue for and against an option, and which, where the protocol shows it. */
export type Argued = {
  readonly item: string;
  readonly for: number;
  readonly against: number;
  readonly positions: { readonly for: readonly Arguing[]; readonly against: readonly Arguing[] } | null;
};

/** Right only for somebody who has submitted: nobody's view is shown to them before. */
export async function arguedOn(
  tx: Tx,
  studyId: string,
  { positions: display = usualDisplay }: Protocol,
  round: number,
  items: readonly Item[],
): Promise<readonly Argued[] | null> {
  if (display.beside === "none") return null;
  const options = items.filter((item) => item.kind === "option");
  if (options.length === 0) return [];
  const { positions } = await positionsForExperts(tx, studyId, display);
  const numbered = positions.map((position, at) => ({ ...position, number: at + 1 }));
  return options.map(({ id }) => {
    const [pro, contra] = (["for", "against"] as const).map((side) =>
      numbered.filter((position) => position[side].includes(id)),
    ) as [typeof numbered, typeof numbered];
    return {
      item: id,
      for: pro.length,
      against: contra.length,
      positions:
        display.beside === "positions" && round >= 2
          ? { for: pro.map(named), against: contra.map(named) }
          : null,
    };
  });
}

const named = ({ id, number, author, affiliation }: Position & { readonly number: number }): Arguing => ({
  id,
  number,
  author,
  affiliation,
});
