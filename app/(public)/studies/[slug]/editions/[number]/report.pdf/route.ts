export { reportPdf as GET } from "../../../../../_report/report-files";
