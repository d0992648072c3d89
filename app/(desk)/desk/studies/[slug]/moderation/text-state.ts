import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { RATIONALE } from "@/delphi/rationale";

/** What can be decided about texts, as a moderator's key or button asks for it. */
export type Decision =
  | { readonly act: "release" | "undo"; readonly text: TextToModerate }
  | { readonly act: "reword"; readonly text: TextToModerate; readonly released: string }
  | { readonly act: "hold-back"; readonly text: TextToModerate; readonly reason: string }
  | { readonly act: "show-first"; readonly text: TextToModerate; readonly first: boolean }
  | { readonly act: "merge"; readonly texts: readonly TextToModerate[]; readonly released: string }
  | { readonly act: "group"; readonly texts: readonly TextToModerate[]; readonly theme: string | null };

export const textsIn = (decision: Decision): readonly TextToModerate[] =>
  "texts" in decision ? decision.texts : [decision.text];

/** How the texts will stand once the server has taken the decision, so that nobody waits for it. */
export function foreseen(
  decision: Decision,
  all: readonly TextToModerate[],
  themes: ModeratedItem["themes"],
): readonly TextToModerate[] {
  const [first] = textsIn(decision);
  switch (decision.act) {
    case "release":
      return [next(first!, { state: "released", released: first!.text, heldReason: null })];
    case "reword":
      return [next(first!, { state: "released", released: decision.released, heldReason: null })];
    case "hold-back":
      return [
        next(first!, { state: "held-back", released: null, heldReason: decision.reason, showFirst: false }),
      ];
    case "show-first":
      return [next(first!, { showFirst: decision.first })];
    case "undo":
      return [first!, ...containedIn(first!, all)].map((text) => next(text, WAITING));
    case "merge":
      return [
        next(first!, { state: "released", released: decision.released, heldReason: null }),
        ...decision.texts
          .slice(1)
          .flatMap((text) => [text, ...containedIn(text, all)])
          .map((text) => next(text, { ...WAITING, state: "merged", mergedInto: first!.id })),
      ];
    case "group": {
      const known = themes.find(({ name }) => name.toLowerCase() === decision.theme?.toLowerCase());
      return decision.texts.map((text) => next(text, { themeId: known?.id ?? null }));
    }
  }
}

const WAITING = {
  state: "waiting",
  released: null,
  heldReason: null,
  showFirst: false,
  mergedInto: null,
} as const;

const next = (text: TextToModerate, change: Partial<TextToModerate>): TextToModerate => ({
  ...text,
  ...change,
  decision: text.decision + 1,
});

/** Texts whose words stand in another one's released wording. */
export const containedIn = (
  carrier: TextToModerate,
  all: readonly TextToModerate[],
): readonly TextToModerate[] => all.filter((text) => text.mergedInto === carrier.id);

export const isEdited = (text: TextToModerate): boolean =>
  text.released !== null && text.released !== text.text;

/** Themes group answers to open questions; reasons are read by the side of their authors. */
export const takesTheme = (text: TextToModerate): boolean => text.part !== RATIONALE;

/** Whether two texts can become one. */
export const samePlace = (a: TextToModerate, b: TextToModerate, all: ModeratedItem): boolean =>
  a.part === b.part && [a, b].every((text) => all.texts.some((one) => one.id === text.id));
