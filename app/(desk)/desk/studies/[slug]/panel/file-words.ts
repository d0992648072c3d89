import type { PanelField } from "@/db/panel-fields";

/** The sentences of the form that takes a panel's file, as the page reads them from the catalogue. */
export type FileWords = Readonly<
  Record<
    | "how"
    | "groups"
    | "paste"
    | "example"
    | "file"
    | "fileHint"
    | "tooLarge"
    | "check"
    | "line"
    | "reason"
    | "bad"
    | "download"
    | "columns"
    | "columnsHint"
    | "column"
    | "nothing"
    | "header"
    | "again"
    | "back"
    | "firstRows",
    string
  >
> & { readonly fields: Readonly<Record<PanelField, string>> };
