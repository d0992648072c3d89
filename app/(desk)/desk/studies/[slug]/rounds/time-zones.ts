/** The zones a closing time can be given in. The server's list: browsers know other names for the same zones. */
export const timeZones = (): readonly string[] => [
  ...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]),
];
