import { mkdir, writeFile } from "node:fs/promises";
import { methodPage } from "@/delphi/statistics/method-page";

/** npm run method: writes docs/method.md from the measures' own descriptions. */
await mkdir("docs", { recursive: true });
await writeFile("docs/method.md", methodPage());
