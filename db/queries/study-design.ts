import { z } from "zod";
import { deskAs } from "../access/desk";
import { designOf } from "../design";
import { query } from "../run";

/** Everything that makes a study but its panel and its answers: to copy it, or to keep it as a file. */
export const studyDesign = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: (tx, desk) => designOf(tx, desk.studyId),
});
