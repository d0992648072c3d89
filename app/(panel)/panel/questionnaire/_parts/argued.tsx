import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/ui/disclosure";
import type { Question } from "./question";

type Shown = NonNullable<Question["argued"]>;

/** How the published positions stand to an option, folded: their number, and which they are where the protocol shows it. */
export async function Argued({ argued }: { argued: Shown }) {
  const text = await getTranslations("panel.questionnaire");
  const { positions } = argued;
  return (
    <Disclosure
      quiet
      summary={
        <span className="text-sm">{text("argued", { for: argued.for, against: argued.against })}</span>
      }
    >
      <div className="space-y-2 text-base text-muted">
        {positions ? (
          <>
            <Side title={text("argued-for")} positions={positions.for} />
            <Side title={text("argued-against")} positions={positions.against} />
          </>
        ) : null}
        <p>
          {text(positions ? "argued-reading" : "argued-more")}{" "}
          <a className="link" href="/panel/positions">
            {text("positions")}
          </a>
        </p>
      </div>
    </Disclosure>
  );
}

async function Side({
  title,
  positions,
}: {
  title: string;
  positions: NonNullable<Shown["positions"]>["for"];
}) {
  if (positions.length === 0) return null;
  const text = await getTranslations("panel.positions");
  return (
    <div>
      <p className="font-sans text-sm font-medium">{title}</p>
      <ul>
        {positions.map(({ id, number, author, affiliation }) => (
          <li key={id}>
            <a className="link" href={`/panel/positions#${id}`}>
              {author || text("nameless", { number })}
            </a>
            {affiliation ? `, ${affiliation}` : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}
