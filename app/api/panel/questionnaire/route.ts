import { seatActor } from "@/app/_server/actor";
import { jsonAnswer } from "@/app/_server/json";
import { asksTooOften } from "@/app/_server/pace";
import { questionnaire } from "@/db/queries/questionnaire";
import { sectionsOf } from "@/delphi/questionnaire";
import { done, refused } from "@/delphi/result";

/** The questionnaire of the latest round with everything of one's own in it. */
export const GET = (): Promise<Response> =>
  jsonAnswer("no-session", async () => {
    const actor = await seatActor();
    if (asksTooOften(actor)) return refused("too-many-attempts", { minutes: 1 });
    const form = await questionnaire(actor, {});
    if (!form) return refused("not-begun");
    const sections = sectionsOf(form.items, form.plan).map(({ id, items }) => ({
      id,
      items: items.map((item) => item.id),
    }));
    return done({ ...form, sections });
  });
