export { reportDocx as GET } from "../../../../../_report/report-files";
