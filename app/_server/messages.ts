import { getRequestConfig } from "next-intl/server";
import desk from "../_messages/en/desk.json";
import panel from "../_messages/en/panel.json";
import reader from "../_messages/en/public.json";
import refusals from "../_messages/en/refusals.json";
import shared from "../_messages/en/shared.json";

/** English is the only catalogue yet; each side of the house keeps its own file, each under its own name. */
export default getRequestConfig(async () => ({
  locale: "en",
  timeZone: "UTC",
  messages: { desk, panel, public: reader, refusals, shared },
}));
