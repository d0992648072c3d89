export { plateEmbed as GET } from "../../../../../../_plates/plate-response";
