import { getTranslations } from "next-intl/server";
import type { ExpertInvitation } from "@/db/queries/invitation";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { confirmWordsAction } from "./actions";
import { AskingForm } from "./asking-form";

/** Questions that were put in other words after one had answered them: to look at again, or to confirm. */
export async function Reworded({
  round,
  reworded,
}: {
  round: number;
  reworded: ExpertInvitation["reworded"];
}) {
  if (reworded.length === 0) return null;
  const text = await getTranslations("panel.start.reworded");
  return (
    <Notice kind="caution" title={text("title", { count: reworded.length })}>
      <p>{text("what")}</p>
      <ul className="mt-3 space-y-4">
        {reworded.map(({ item, before, reason }) => (
          <li key={item.id} className="space-y-1">
            <p className="font-serif">
              <a className="link" href={`/panel/questionnaire/all#${item.id}`}>
                {item.title}
              </a>
            </p>
            {before === item.title ? null : (
              <p className="text-base text-muted">{text("before", { before })}</p>
            )}
            <p className="text-base text-muted">{text("because", { reason })}</p>
            <AskingForm action={confirmWordsAction} className="space-y-3 pt-1">
              <input type="hidden" name="round" value={round} />
              <input type="hidden" name="item" value={item.id} />
              <Button look="secondary">{text("confirm")}</Button>
            </AskingForm>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
