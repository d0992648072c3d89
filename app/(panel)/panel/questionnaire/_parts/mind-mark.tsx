import { getTranslations } from "next-intl/server";
import type { Questionnaire } from "@/db/queries/questionnaire";
import { MIND } from "./control-answer";

type Reason = Questionnaire["feedback"][number]["reasons"]["lower"][number];

/** "This changed my mind": a quiet box that goes along with the form. What was said in an earlier round stays said. */
export async function MindMark({ reason, round }: { reason: Reason; round: number }) {
  const text = await getTranslations("panel.questionnaire.mind");
  if (reason.marked !== null && reason.marked < round)
    return <p className="font-sans text-sm text-muted">{text("before", { round: reason.marked })}</p>;
  return (
    <label className="target -ml-2 inline-flex cursor-pointer items-center gap-2 rounded-md px-2 font-sans text-sm text-muted hover:bg-wash has-checked:text-ink">
      <input
        type="checkbox"
        name={`${MIND}/${reason.id}`}
        value="yes"
        defaultChecked={reason.marked === round}
        className="size-4 accent-accent"
      />
      {text("mark")}
    </label>
  );
}
