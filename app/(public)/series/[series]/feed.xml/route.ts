export { seriesFeed as GET } from "../../../_series/series-file";
