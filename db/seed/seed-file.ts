import { z } from "zod";
import { Slug } from "@/delphi/item";
import { Source } from "@/delphi/position";
import file from "./taking-the-pulse-belarus.json";

const LabelledPoint = z.object({ value: z.int(), label: z.string() });
const Entry = z.object({ id: Slug, title: z.string(), text: z.string() });

/** The first study's content as it stands in the file beside this one. */
const SeedFile = z.object({
  sources: z.array(z.object({ ...Source.shape, moderator: z.string().optional() })),
  study: z.object({ title: z.string(), background: z.string(), question: z.string() }),
  stance_scale: z.object({ points: z.array(LabelledPoint) }),
  options: z.array(Entry.extend({ sources: z.array(Slug) })),
  scenarios: z.array(Entry.extend({ source: Slug, until: z.string(), resolves_if: z.string() })),
  open_questions: z.array(z.object({ id: Slug, text: z.string() })),
  positions: z.array(
    z.object({
      expert: z.string(),
      affiliation: z.string(),
      source: Slug,
      stance: z.int(),
      summary: z.string(),
      for: z.array(Slug),
      against: z.array(Slug),
    }),
  ),
  criteria: z.array(z.object({ id: Slug, question: z.string(), points: z.array(z.string()) })),
  confidence: z.object({ id: Slug, question: z.string(), points: z.array(z.string()) }),
  scenarios_note: z.string(),
});

export const seedFile = SeedFile.parse(file);
