import { system } from "../actor";
import { createStudy } from "../commands/create-study";
import { belarusDesign } from "./belarus";
import { must } from "./simulated-panel";
import { REAL_SLUG } from "./slugs";

/** Makes the first study, whose round 1 is ready to open as soon as it has a panel. */
export async function makeReal(): Promise<void> {
  must(await createStudy(system, { design: belarusDesign(REAL_SLUG, []), simulated: false }));
}
