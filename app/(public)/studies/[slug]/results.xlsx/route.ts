export { resultsXlsx as GET } from "../../../_data/workbook";
