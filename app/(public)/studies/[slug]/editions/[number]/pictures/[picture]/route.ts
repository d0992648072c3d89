export { plateFile as GET } from "../../../../../../_plates/plate-response";
