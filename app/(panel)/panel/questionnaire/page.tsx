import { redirect } from "next/navigation";
import { questionnaire } from "@/db/queries/questionnaire";
import { ownPage } from "../../_parts/own-page";
import { sectionToDo } from "./_parts/progress";

/** Leads to the first section with something open. */
export default async function QuestionnairePage() {
  const form = await ownPage((seat) => questionnaire(seat, {}));
  if (!form?.consented || form.round.state !== "open") redirect("/panel");
  const section = sectionToDo(form);
  redirect(section ? `/panel/questionnaire/${section}` : "/panel");
}
