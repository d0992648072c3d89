import { system } from "@/db/actor";
import { createStudy } from "@/db/commands/create-study";
import { rehearse } from "@/db/seed/rehearse";
import type { Item } from "@/delphi/item";
import type { Protocol } from "@/delphi/protocol";
import { usualRehearsal } from "@/delphi/rehearsal";
import { value } from "./a-study";

/** A study of these items, played by fourteen simulated experts to its last round. @returns the rounds that were played */
export async function rehearsed(slug: string, items: readonly Item[], protocol: Protocol): Promise<number> {
  const content = {
    title: "To rehearse",
    question: "How?",
    background: "",
    perspective: "",
    organiser: "",
    contact: "" as const,
  };
  const design = { slug, content, sources: [], positions: [], items: [...items], protocol };
  value(await createStudy(system, { design, simulated: false }));
  return rehearse(slug, { ...usualRehearsal, experts: 14 }, { leaveOpen: false });
}
