import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { StudyPage } from "@/db/queries/study-page";
import type { Position } from "@/delphi/position";
import { pointLabel } from "@/delphi/scale";
import { Section } from "../../../_frame/article";

/** The published views that the panel starts from, each with its author and source. */
export async function Positions({ study }: { study: StudyPage }) {
  const text = await getTranslations("public.study");
  return (
    <Section
      id="positions"
      title={text("positions")}
      note={<p>{text(study.codesShown ? "positions-codes" : "positions-hidden")}</p>}
    >
      <p>{text("positions-lead", { count: study.positions.length })}</p>
      <ul className="divide-y divide-line">
        {study.positions.map((position, at) => (
          <li key={position.id} className="py-5 first:pt-2">
            <PositionEntry study={study} position={position} number={at + 1} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function PositionEntry({
  study,
  position,
  number,
}: {
  study: StudyPage;
  position: Position;
  number: number;
}) {
  const text = await getTranslations("public.study");
  const { written } = await dates();
  const source = study.sources.find((one) => one.id === position.source);
  const stance = study.items.find((item) => item.kind === "stance")?.parts[0];
  const titles = (ids: readonly string[]) =>
    ids.map((id) => `“${study.items.find((item) => item.id === id)?.title ?? id}”`).join(", ");
  return (
    <>
      <h3 className="text-lg">{position.author || text("position-nameless", { number })}</h3>
      {position.affiliation ? <p className="font-sans text-sm text-muted">{position.affiliation}</p> : null}
      <p className="mt-2">{position.summary}</p>
      {study.codesShown ? (
        <ul className="mt-2 space-y-1 font-sans text-sm">
          {position.stance !== null && stance ? (
            <li>{text("position-stance", { label: pointLabel(stance.scale, position.stance) })}</li>
          ) : null}
          {position.for.length > 0 ? <li>{text("position-for", { items: titles(position.for) })}</li> : null}
          {position.against.length > 0 ? (
            <li>{text("position-against", { items: titles(position.against) })}</li>
          ) : null}
        </ul>
      ) : null}
      {source ? (
        <p className="mt-2 font-sans text-sm text-muted">
          {text("position-source", { ...source, published: written(source.published) })}
        </p>
      ) : null}
    </>
  );
}
