import type { RoundsPreview } from "@/db/queries/rounds-preview";
import type { LeftOut } from "../../../_parts/left-out-lines";

export type Preview = LeftOut &
  Pick<RoundsPreview, "columns" | "heads" | "scale" | "questions" | "ownQuestions" | "rounds"> & {
    /** What would come of the file, in sentences. */
    readonly said: string;
    readonly notes: readonly string[];
    /** Why it can't be brought in as it is. */
    readonly problems: readonly string[];
    /** Rules of the study that don't fit the questions. */
    readonly unfit: readonly string[];
    /** The button that brings them in; what it asks before, and what will happen. Null where it can't be done. */
    readonly act: { readonly open: string; readonly title: string; readonly what: string } | null;
    /** The button that takes over the questions alone; null where there are none to take. */
    readonly questionsOnly: string | null;
  };

/** What came of a file of rounds: why nothing did, or what it would do. What was done leads to another page. */
export type OutsideState = {
  readonly refused: string | null;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly preview: Preview | null;
};
