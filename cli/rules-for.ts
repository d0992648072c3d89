import { PlainError } from "@/db/plain-error";
import type { Item } from "@/delphi/item";
import type { ItemKind } from "@/delphi/item-kind";
import { policyDelphi } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { protocolProblems } from "@/delphi/protocol-problems";

export type Rules = { readonly protocol: Protocol; readonly notes: readonly string[] };

/** The caller's own rules. A protocol that contradicts itself or doesn't fit these scales is refused, place by place. */
export function rulesGiven(protocol: Protocol, file: string, items: readonly Item[]): Rules {
  const problems = protocolProblems(protocol, items).map(({ path, message }) => `${path}: ${message}`);
  if (problems.length === 0) return { protocol, notes: [] };
  throw new PlainError(`${file} can't be used with these items:\n${problems.join("\n")}`);
}

/** The first study's rules. One that was not written for these scales is left out, and a note says which and why. */
export function usualRules(items: readonly Item[]): Rules {
  const problems = protocolProblems(policyDelphi, items);
  const rules = { ...policyDelphi.rules };
  for (const { path } of problems) {
    const [, kind, about] = path.split(".") as [string, ItemKind, "consensus" | "stability"];
    const those = rules[kind];
    if (those) rules[kind] = { ...those, [about]: null };
  }
  const notes = problems.map(
    ({ path, message }) => `${path} is left out. ${message} Use --protocol for other rules.`,
  );
  return { protocol: problems.length === 0 ? policyDelphi : { ...policyDelphi, rules }, notes };
}
