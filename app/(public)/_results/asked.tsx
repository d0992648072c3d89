import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { readFigure, readWithheld } from "@/delphi/figure-reading";
import { ratedParts } from "@/delphi/item";
import { leadIn } from "@/delphi/lead-in";
import { type Edition, lastAsked } from "@/delphi/publication";
import { RoundFlow } from "@/ui/pictures/round-flow";
import { Table } from "@/ui/table";
import { Section } from "../_frame/article";
import { aboutExperts } from "./about-experts";
import { itemPlace } from "./item-place";

/** How many were asked and answered, round by round, and from which groups. */
export async function Asked({
  edition,
  named,
  base,
}: {
  edition: Edition;
  /** Members of the panel who agreed to be named. */
  named: readonly string[];
  base: string;
}) {
  const text = await getTranslations("public.results");
  const last = edition.rounds.at(-1)!;
  const late = edition.rounds.filter((round) => round.addedLater > 0);
  return (
    <Section
      id="asked"
      title={text("asked.title")}
      note={
        <>
          <p>{text("asked.caption")}</p>
          {last.replacedLinks ? <p>{text("asked.replaced", { links: last.replacedLinks })}</p> : null}
          {late.map(({ round, addedLater }) => (
            <p key={round}>{text("asked.added-later", { round, added: addedLater })}</p>
          ))}
        </>
      }
      wide={edition.protocol.strata.length > 1 ? <Strata edition={edition} /> : null}
    >
      <RoundFlow
        title={text("asked.finding", {
          submitted: last.submitted,
          invited: last.invited,
          round: last.round,
        })}
        caption={<Confidence edition={edition} />}
        heading={3}
        words={await pictureWords()}
        rounds={edition.rounds.map((round) => ({
          key: String(round.round),
          label: text(round.imported ? "method.elsewhere" : "round", { round: round.round }),
          steps: [
            { key: "invited", label: text("asked.invited"), count: round.invited },
            { key: "answered", label: text("asked.answered"), count: round.submitted },
          ],
        }))}
      />
      {named.length > 0 ? (
        <p>{text("asked.named", { count: named.length, names: named.join("; ") })}</p>
      ) : null}
      <AboutExperts edition={edition} base={base} />
    </Section>
  );
}

async function AboutExperts({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.asked.about");
  const said = await aboutExperts(edition);
  if (said.length === 0) return null;
  return (
    <div className="space-y-3 pt-4">
      <h3>{text("title")}</h3>
      <ul>
        {said.map(({ item, question, finding }) => (
          <li key={question}>
            <a href={itemPlace(base, item)} className="underline-offset-4 hover:underline">
              {text("of-part", { question: leadIn(question), finding })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function Confidence({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const item = edition.items.find((one) => one.kind === "confidence");
  const round = item && lastAsked(edition.rounds, item.id);
  const figure = round?.figures.find((one) => one.item === item!.id && one.stratum === null);
  if (!item || !figure) return null;
  const finding = say(readFigure(item, ratedParts(item)[0]!, figure, edition.protocol.minimumGroup));
  return text("asked.confidence", { finding });
}

/** The declared groups, with how many of each answered the first question of the last round that asked it. */
async function Strata({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const item = edition.items.find((one) => one.kind === "stance") ?? edition.items[0]!;
  const round = lastAsked(edition.rounds, item.id);
  const part = ratedParts(item)[0];
  const { strata, minimumGroup } = edition.protocol;
  const figures = round?.figures.filter((one) => one.item === item.id && one.part === part?.id) ?? [];
  return (
    <div className="max-w-measure">
      <p className="mb-4 max-w-measure">{text("asked.strata", { count: strata.length })}</p>
      <Table
        caption={text("asked.strata-caption", {
          round: round?.round ?? 1,
          headline: item.kind === "stance" ? "yes" : "no",
          title: item.title,
        })}
        columns={[
          { key: "group", label: text("asked.group") },
          { key: "n", label: text("asked.n"), numeric: true },
        ]}
        rows={strata.map(({ id, title }) => {
          const figure = figures.find((one) => one.stratum === id);
          const n = !figure
            ? ""
            : figure.withheld === null
              ? figure.n
              : say(readWithheld(figure.withheld, minimumGroup));
          return { key: id, cells: { group: title, n } };
        })}
      />
    </div>
  );
}
