/** What a column of a panel's file may mean. First and last name are put together. */
export const PANEL_FIELDS = [
  "name",
  "first-name",
  "last-name",
  "address",
  "stratum",
  "language",
  "note",
] as const;
export type PanelField = (typeof PANEL_FIELDS)[number];
