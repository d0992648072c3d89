export { feed as GET } from "../../../_data/feed";
