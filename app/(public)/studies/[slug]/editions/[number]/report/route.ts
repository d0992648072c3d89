export { reportPage as GET } from "../../../../../_report/report-files";
