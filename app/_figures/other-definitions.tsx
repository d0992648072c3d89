import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readDefinition } from "@/delphi/definition-reading";
import type { ShownFigure } from "@/delphi/figure";
import type { Part } from "@/delphi/item";
import { otherDefinitions } from "@/delphi/other-definitions";
import type { Rule } from "@/delphi/rule";
import { Disclosure } from "@/ui/disclosure";

/** What the same answers would be called under the other published definitions of agreement. */
export async function OtherDefinitions({
  part,
  figure,
  rule,
}: {
  part: Part;
  figure: ShownFigure;
  /** The declared one. */
  rule: Rule | null;
}) {
  const text = await getTranslations("shared.elsewhere");
  const say = await sayer();
  if (rule === null || figure.counts === null || figure.n === 0) return null;
  const others = otherDefinitions(part.scale, figure.counts, rule).filter(({ declared }) => !declared);
  if (others.length === 0) return null;
  const met = others.filter((one) => one.met === true).length;
  return (
    <Disclosure
      quiet
      summary={
        <span className="text-sm">
          {text(figure.consensus?.met ? "also" : "instead", { met, total: others.length })}
        </span>
      }
    >
      <ul className="max-w-measure list-disc space-y-1 pl-5 font-sans text-sm text-muted">
        {others.map((one) => {
          const clause = readDefinition(one, part.scale);
          return (
            <li key={one.preset}>
              <span className="text-ink">{text(one.met === null ? "unknown" : one.met ? "yes" : "no")}</span>
              {clause ? text("if", { clause: say(clause) }) : null}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
