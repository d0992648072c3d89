export { resultsJson as GET } from "../../../../../_data/results-json";
