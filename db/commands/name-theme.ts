import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { ThemeName } from "@/delphi/theme";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound } from "../run";
import { answerText, theme } from "../schema/panel";

/**
 * Gives a theme another name, or takes it away with `name: null`: its texts then stand under none. A name that
 * another theme of the question has already joins the two.
 */
export const nameTheme = command({
  name: "name-theme",
  input: z.strictObject({
    study: z.string(),
    theme: z.uuid(),
    /** The name as the moderator saw it. */
    was: z.string().optional(),
    name: ThemeName.nullable(),
  }),
  access: lockedDeskAs("moderator"),
  run: async (tx, { studyId }, { theme: id, was, name }) => {
    const theTheme = and(eq(theme.studyId, studyId), eq(theme.id, id));
    const [row] = await tx.select().from(theme).where(theTheme);
    if (!row) throw new NotFound();
    if (was !== undefined && was !== row.name) return refused("decided-meanwhile");
    const [same] =
      name === null
        ? []
        : await tx
            .select({ id: theme.id })
            .from(theme)
            .where(
              and(
                eq(theme.studyId, studyId),
                eq(theme.item, row.item),
                ne(theme.id, id),
                eq(sql`lower(${theme.name})`, sql`lower(${name})`),
              ),
            );
    if (name !== null && !same) {
      await tx.update(theme).set({ name }).where(theTheme);
      return done({});
    }
    await tx
      .update(answerText)
      .set({ themeId: same?.id ?? null, decision: sql`${answerText.decision} + 1` })
      .where(and(eq(answerText.studyId, studyId), eq(answerText.themeId, id)));
    await tx.delete(theme).where(theTheme);
    return done({});
  },
});
