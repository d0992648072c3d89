export { columnsCsv as GET } from "../../../_data/columns";
