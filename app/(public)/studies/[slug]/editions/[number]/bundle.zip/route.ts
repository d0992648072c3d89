export { bundleZip as GET } from "../../../../../_data/bundle";
