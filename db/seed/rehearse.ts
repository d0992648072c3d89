import { asksAgain } from "@/delphi/carry-forward";
import { madeBy } from "@/delphi/edited-items";
import type { ItemEdit } from "@/delphi/item-edit";
import { type RehearsalSettings, rehearsalOf } from "@/delphi/rehearsal";
import { repeatable } from "@/delphi/repeatable";
import { drawTendencies } from "@/delphi/simulation";
import type { StudyDesign } from "@/delphi/study";
import { system } from "../actor";
import { closeRound } from "../commands/close-round";
import { createStudy } from "../commands/create-study";
import { importPanel } from "../commands/import-panel";
import { openRound } from "../commands/open-round";
import { publish } from "../commands/publish";
import { askedItems, snapshotOf } from "../queries/asked-items";
import { carryForward } from "../queries/carry-forward";
import { studyDesign } from "../queries/study-design";
import { rehearsedChanges } from "./rehearsed-changes";
import { answerRound, must, seatPlayers } from "./simulated-panel";

const ABSTAINING = 0.01;

/**
 * Plays a copy of any study with a simulated panel, to its last round and publication, or (leaveOpen) up to
 * the answers of round 1. The copy carries the mark and is its desk's alone; the study itself is only read.
 * @returns the number of rounds that were closed
 */
export async function rehearse(
  original: string,
  settings: RehearsalSettings,
  { leaveOpen, owner }: { readonly leaveOpen: boolean; readonly owner?: string },
): Promise<number> {
  const design = await studyDesign(system, { study: original });
  const study = rehearsalOf(original);
  must(
    await createStudy(system, {
      design: { ...design, slug: study },
      simulated: true,
      announced: false,
      ...(owner && { owner }),
    }),
  );
  must(await importPanel(system, { study, text: panelFile(design, settings.experts) }));
  const random = repeatable(settings.experts);
  let players = await seatPlayers(study, () => ({ lean: random() }));
  const simulation = { ...settings, abstaining: ABSTAINING };
  let tendencies = drawTendencies(design.items, random);

  for (let round = 1; ; round += 1) {
    if (round > 1) players = players.filter(() => random() >= settings.dropOut);
    const edits = round === 2 && settings.changes ? await rehearsedEdits(study) : [];
    must(await openRound(system, { study, edits: [...edits] }));
    const asked = await askedItems(system, { study, round });
    tendencies = [...tendencies, ...drawTendencies(edits.flatMap(madeBy), random)];
    const shown = round === 1 ? [] : (await snapshotOf(system, { study, round: round - 1 })).figures;
    await answerRound(players, round, asked, shown, { tendencies, settings: simulation, random });
    if (leaveOpen) return 0;
    const closed = must(await closeRound(system, { study, withNothingShown: true }));
    if (!closed.stop) continue;
    must(await publish(system, { study }));
    return round;
  }
}

async function rehearsedEdits(study: string): Promise<readonly ItemEdit[]> {
  const { sheet } = await carryForward(system, { study });
  return rehearsedChanges(
    sheet.flatMap(({ item, proposal }) => (proposal && asksAgain(proposal) ? [item] : [])),
    sheet.map(({ item }) => item),
  );
}

function panelFile(design: StudyDesign, experts: number): string {
  const { strata } = design.protocol;
  const rows = Array.from({ length: experts }, (_, at) => {
    const number = String(at + 1).padStart(4, "0");
    const stratum = strata.length > 0 ? strata[at % strata.length]!.id : "";
    return `Simulated expert ${at + 1},expert-${number}@example.org,${stratum}`;
  });
  return ["name,e-mail,stratum", ...rows].join("\n");
}
