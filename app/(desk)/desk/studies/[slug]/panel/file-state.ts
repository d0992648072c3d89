import type { PanelPreview } from "@/db/queries/panel-preview";
import type { LeftOut } from "../../../_parts/left-out-lines";

export type Preview = LeftOut &
  Pick<PanelPreview, "columns" | "heads" | "first"> & {
    readonly said: string;
    /** The button that adds them; null where there is nobody to add. */
    readonly add: string | null;
    readonly groups: string;
  };

export type Report = LeftOut & { readonly said: string };

/** What came of a panel's file: a sentence why nothing did, what it would do, or what it did. */
export type PanelFileState = {
  readonly refused: string | null;
  readonly preview: Preview | null;
  readonly report: Report | null;
};
