import { hasVerdict, type Item, judgedParts, MOST_PARTS } from "./item";
import { ITEM_KINDS, type ItemKind } from "./item-kind";
import type { Protocol } from "./protocol";
import type { Problem } from "./result";
import { isAboutAnOrder, type Rule } from "./rule";
import { fitProblem } from "./rule-fit";
import { formProblems, restsOnKappa } from "./rule-form";

/**
 * Everything in a protocol that could not work with these items and, where `people` is given, with that many on
 * the roll: each as a sentence at its dotted place. A protocol with problems is refused when it is written.
 */
export function protocolProblems(
  protocol: Protocol,
  items: readonly Item[],
  people: number | null = null,
): readonly Problem[] {
  return [
    ...minimumProblems(protocol, people),
    ...stoppingProblems(protocol),
    ...closingProblems(protocol),
    ...aboutProblems(protocol),
    ...ITEM_KINDS.flatMap((kind) => {
      const of = items.filter((item) => item.kind === kind);
      return (["consensus", "stability", "retire"] as const).flatMap((about) => {
        const rule = protocol.rules[kind]?.[about] ?? null;
        return rule ? ruleProblems(protocol, kind, about, rule, of, people) : [];
      });
    }),
  ];
}

/** Whether so few are on the roll that no figure about them could ever be shown. */
export const rollBelowMinimum = (protocol: Protocol, people: number): boolean =>
  people < protocol.minimumGroup;

function minimumProblems({ minimumGroup }: Protocol, people: number | null): readonly Problem[] {
  if (people === null || people >= minimumGroup) return [];
  const message = `No figure may be shown about fewer than ${minimumGroup} experts, and ${people} are on the roll: nothing could be shown.`;
  return [{ path: "minimumGroup", message }];
}

function closingProblems({ closesWhenAllFinished, anonymity }: Protocol): readonly Problem[] {
  if (!closesWhenAllFinished || anonymity !== "strict") return [];
  const message = "In a strict study nobody is marked as finished, so a round can’t close when all are.";
  return [{ path: "closesWhenAllFinished", message }];
}

function aboutProblems({ aboutExperts, questionnaire }: Protocol): readonly Problem[] {
  const sections = questionnaire?.sections.length ?? 0;
  if (aboutExperts?.expertise !== "sections" || sections <= MOST_PARTS) return [];
  const message = `Expertise can be asked for at most ${MOST_PARTS} sections, and there are ${sections}. Ask for the study as a whole.`;
  return [{ path: "about-expertise", message }];
}

function stoppingProblems({ stopping, rules, rounds }: Protocol): readonly Problem[] {
  if (stopping === "fixed" || rounds === 1) return [];
  if (Object.values(rules).some((one) => one?.stability)) return [];
  const message =
    "A study can only stop when answers are steady if a rule says when they are. Choose one below.";
  return [{ path: "stopping", message }];
}

function ruleProblems(
  protocol: Protocol,
  kind: ItemKind,
  about: "consensus" | "stability" | "retire",
  rule: Rule,
  items: readonly Item[],
  people: number | null,
): readonly Problem[] {
  const path = `rules.${kind}.${about}`;
  const at = (message: string) => [{ path, message }];
  if (!hasVerdict(kind))
    return at("Open questions and confidence describe the panel: there is no verdict on them.");
  const form = formProblems(rule, path);
  if (form.length > 0) return form;
  if (about === "stability" && protocol.rounds === 1)
    return at("With one round there is nothing to compare: leave out stability, or plan two rounds.");
  if (about === "stability" && restsOnKappa(rule))
    return at(
      "Weighted kappa can't decide alone: it falls when a panel comes to agree. Use it beside another rule.",
    );
  if (isAboutAnOrder(rule) && items.length === 1)
    return at("An order needs at least two items of this kind.");
  for (const item of items)
    for (const part of judgedParts(item)) {
      const problem = fitProblem(
        rule,
        about === "stability" ? "stability" : "consensus",
        part.scale,
        `“${item.title}”`,
        people,
        path,
      );
      if (problem) return [problem];
    }
  return [];
}
