import type { ReactElement } from "react";

/** What a report is made of, whatever it is written as. All texts are plain. */
export type Block =
  | { readonly kind: "chapter" | "section"; readonly number: string; readonly text: string }
  | { readonly kind: "heading" | "paragraph" | "quiet"; readonly text: string }
  | { readonly kind: "list" | "quotes"; readonly texts: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      /** Shares of the width, in percent. */
      readonly columns: readonly {
        readonly label: string;
        readonly width: number;
        readonly numeric?: boolean;
      }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A picture with its finding and source inside. */
  | { readonly kind: "picture"; readonly name: string; readonly plate: ReactElement };

export type Report = {
  /** That the panel is simulated, or rounds were run elsewhere, in short and in full; mostly none. */
  readonly marks: readonly { readonly mark: string; readonly sentence: string }[];
  readonly over: string;
  readonly title: string;
  readonly question: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly contents: string;
  /** At the foot of each page. */
  readonly foot: string;
  readonly blocks: readonly Block[];
};

/** The summary, the results and the appendices begin on a page of their own. */
export const beginsPage = (number: string): boolean => ["1", "4", "A"].includes(number);

export const paragraphs = (text: string | undefined): Block[] =>
  (text ?? "")
    .split(/\n{2,}|\r\n\r\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => ({ kind: "paragraph", text: one }));
