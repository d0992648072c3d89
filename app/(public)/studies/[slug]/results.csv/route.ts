export { resultsCsv as GET } from "../../../_data/results-csv";
