import type { Item, Part } from "@/delphi/item";
import type { Scale } from "@/delphi/scale";
import { textOf } from "../../../../../../_parts/desk-action";

/** The item in the words of the form; what the form has no field for stays as it is. */
export function wordsIn(form: FormData, { help: _former, ...item }: Item): Item {
  const typed = (name: string) => textOf(form, name).replaceAll("\r\n", "\n").trim();
  const help = typed("help");
  const partIn = (part: Part): Part => ({
    ...part,
    question: form.has(`question-${part.id}`) ? typed(`question-${part.id}`) : part.question,
    scale: form.has(`scale-${part.id}`) ? labelled(part.scale, typed(`scale-${part.id}`)) : part.scale,
  });
  return {
    ...item,
    title: typed("title"),
    text: typed("text"),
    ...(help !== "" && { help }),
    parts: item.parts.map(partIn),
  };
}

/** One label a line; more or fewer of them make another scale, which is refused. */
function labelled(scale: Scale, typed: string): Scale {
  if (scale.kind !== "ordinal") return scale;
  const labels = typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const from = scale.points[0]!.value;
  return { ...scale, points: labels.map((label, at) => ({ value: from + at, label })) };
}
