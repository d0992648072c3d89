export { receiptsTxt as GET } from "../../../../../_data/receipts-txt";
