export { seriesCsv as GET } from "../../../_series/series-file";
