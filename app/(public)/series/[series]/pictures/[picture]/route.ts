export { seriesPicture as GET } from "../../../../_series/series-file";
