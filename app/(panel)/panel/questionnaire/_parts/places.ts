import type { Route } from "next";
import type { Section } from "@/delphi/questionnaire";

/** Where the buttons below a section lead. */
export type Places = { readonly back: Route; readonly review: Route; readonly next: Route } & Readonly<
  Record<string, Route>
>;

export function placesOf(sections: readonly Section[], id: string): Places {
  const at = sections.findIndex((section) => section.id === id);
  const section = (place: number): Route | undefined => {
    const found = sections[place];
    return found && (`/panel/questionnaire/${found.id}` as Route);
  };
  return {
    back: section(at - 1) ?? "/panel",
    review: "/panel/review",
    next: section(at + 1) ?? "/panel/review",
  };
}
