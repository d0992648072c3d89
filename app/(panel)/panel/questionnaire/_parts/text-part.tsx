import { getTranslations } from "next-intl/server";
import type { EarlierAnswer } from "@/db/own-answers";
import type { Answer } from "@/delphi/answer";
import type { Item, Part } from "@/delphi/item";
import { TextArea } from "@/ui/field";
import { nameOf, shownAs } from "./form-answers";

/** An open question. */
export async function TextPart({
  item,
  part,
  answer,
  earlier,
}: {
  item: Item;
  part: Part;
  answer: Answer | undefined;
  /** What one wrote here in an earlier round. */
  earlier: EarlierAnswer | undefined;
}) {
  const text = await getTranslations("panel.questionnaire");
  const length = part.scale.kind === "text" ? part.scale.maxLength : 0;
  return (
    <div data-text>
      <TextArea
        name={nameOf(item.id, part.id)}
        label={part.question || item.title}
        labelHidden={part.question === ""}
        hint={text("text-hint", { length })}
        maxLength={length}
        rows={item.kind === "about" ? 2 : 5}
        defaultValue={shownAs(answer) ?? ""}
      />
      {typeof earlier?.value === "string" ? (
        <p className="mt-2 text-base text-muted">
          {text("last-text", { round: earlier.round, text: earlier.value })}
        </p>
      ) : null}
      <p data-hint hidden role="status" className="mt-2 font-sans text-sm font-medium text-caution">
        {text("reason-identifying")}
      </p>
    </div>
  );
}
