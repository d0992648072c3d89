import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { type PanelPosition, panelPositions } from "@/db/queries/panel-positions";
import { ButtonLink } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { ownPage } from "../../_parts/own-page";
import { PanelFrame } from "../../_parts/panel-frame";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.positions");
  return { title: text("title"), robots: { index: false } };
}

/** The published positions a study starts from, folded. How they are read shows after one's own first submission. */
export default async function PositionsPage() {
  const { study, positions, mayCompare, names } = await ownPage((seat) => panelPositions(seat, {}));
  const text = await getTranslations("panel.positions");
  return (
    <PanelFrame study={study} current="positions">
      <div className="max-w-measure space-y-6">
        <h1>{text("title")}</h1>
        {positions.length === 0 ? (
          <p>{text("none")}</p>
        ) : (
          <>
            <p>{text("lead")}</p>
            {names ? null : <p className="text-base text-muted">{text("no-names")}</p>}
            <p className="text-base text-muted">{text(mayCompare ? "compare" : "later")}</p>
          </>
        )}
        <div>
          {positions.map((position) => (
            <OnePosition key={position.id} position={position} />
          ))}
        </div>
        <ButtonLink href="/panel/questionnaire" look="secondary">
          {text("questionnaire")}
        </ButtonLink>
      </div>
    </PanelFrame>
  );
}

async function OnePosition({ position }: { position: PanelPosition }) {
  const text = await getTranslations("panel.positions");
  const { written } = await dates();
  const { id, number, author, affiliation, summary, source, reading } = position;
  return (
    <Disclosure
      id={id}
      summary={
        author ? (
          <>
            {author}
            <span className="block font-normal text-muted">{affiliation}</span>
          </>
        ) : (
          text("nameless", { number })
        )
      }
    >
      <div className="space-y-3">
        <p>{summary}</p>
        {source ? (
          <p className="font-sans text-sm text-muted">
            {text("source", {
              title: source.title,
              publisher: source.publisher,
              published: written(source.published),
            })}
          </p>
        ) : null}
        {reading?.stance ? <p className="text-base">{text("stance", { stance: reading.stance })}</p> : null}
        <Options title={text("for")} options={reading?.for ?? []} />
        <Options title={text("against")} options={reading?.against ?? []} />
        <p className="font-sans text-sm text-muted">{text("our-reading")}</p>
      </div>
    </Disclosure>
  );
}

function Options({ title, options }: { title: string; options: readonly string[] }) {
  if (options.length === 0) return null;
  return (
    <div className="text-base">
      <p className="font-sans font-medium">{title}</p>
      <ul className="list-disc pl-5">
        {options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ul>
    </div>
  );
}
