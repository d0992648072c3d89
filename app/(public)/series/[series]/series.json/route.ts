export { seriesJson as GET } from "../../../_series/series-file";
