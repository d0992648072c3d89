import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { RATIONALE } from "@/delphi/rationale";
import { done, refused } from "@/delphi/result";
import { ThemeName } from "@/delphi/theme";
import { lockedDeskAs } from "../access/desk";
import { command, type Tx } from "../run";
import { theme } from "../schema/panel";
import { decide, SeenText, textsAsSeen } from "../text-decision";

/** Puts answers to one open question under a theme, which is made where no such name exists; or under none. */
export const groupTexts = command({
  name: "group-texts",
  input: z.strictObject({
    study: z.string(),
    texts: z.array(SeenText).min(1).max(300),
    theme: ThemeName.nullable(),
  }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { texts: seen, theme: name }) => {
    const found = await textsAsSeen(tx, desk, seen);
    if (!found.ok) return found;
    const [{ item } = { item: "" }] = found.value;
    if (found.value.some((text) => text.item !== item || text.part === RATIONALE))
      return refused("not-to-be-grouped");
    const themeId = name === null ? null : await themeCalled(tx, desk.studyId, item, name);
    await decide(
      tx,
      desk.studyId,
      seen.map(({ id }) => id),
      { themeId },
    );
    return done({ grouped: seen.length });
  },
  tells: ({ grouped }) => grouped,
});

async function themeCalled(tx: Tx, studyId: string, item: string, name: string): Promise<string> {
  const [known] = await tx
    .select({ id: theme.id })
    .from(theme)
    .where(
      and(
        eq(theme.studyId, studyId),
        eq(theme.item, item),
        eq(sql`lower(${theme.name})`, sql`lower(${name})`),
      ),
    );
  if (known) return known.id;
  const [made] = await tx.insert(theme).values({ studyId, item, name }).returning({ id: theme.id });
  return made!.id;
}
