import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { figureOf } from "@/delphi/figure";
import { readFinding } from "@/delphi/figure-reading";
import { ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { readConsensus, readStability } from "@/delphi/verdict-reading";
import { StanceByRound } from "@/ui/pictures/stance-by-round";
import { Section } from "../_frame/article";
import { itemPlace } from "./item-place";
import { PartConfidence } from "./part-confidence";
import { PartGroups } from "./part-groups";
import { column } from "./part-rounds";

/** The headline question: every round side by side, then each group beside the panel. */
export async function Stance({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const item = edition.items.find((one) => one.kind === "stance")!;
  const part = ratedParts(item)[0]!;
  const figures = edition.rounds.flatMap((round) => figureOf(round.figures, item.id, part.id) ?? []);
  const last = figures.at(-1);
  if (!last || part.scale.kind !== "ordinal") return null;
  const shown = last.withheld === null ? last : null;
  return (
    <Section
      id="stance"
      title={text("stance.title")}
      note={
        shown ? (
          <Verdicts
            sentences={[
              say(readConsensus(item, shown, edition.protocol.rules.stance?.consensus ?? null)),
              say(readStability(shown)),
            ]}
          />
        ) : null
      }
      wide={
        <>
          <StanceByRound
            title={shown ? say(readFinding(item, part, shown)) : item.title}
            caption={text("stance.caption", { question: item.title })}
            heading={3}
            points={part.scale.points}
            columns={
              await Promise.all(
                figures
                  .slice(-4)
                  .map((figure) => column(edition, part, figure, text("round", { round: figure.round }))),
              )
            }
            words={await pictureWords()}
          />
          {shown ? <PartConfidence edition={edition} part={part} figure={shown} /> : null}
          <PartGroups edition={edition} item={item} part={part} />
        </>
      }
    >
      <p>{text("stance.lead", { question: part.question || item.title })}</p>
      <p className="font-sans text-base">
        <a href={itemPlace(base, item)} className="link">
          {text("stance.more")}
        </a>
      </p>
    </Section>
  );
}

const Verdicts = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.map((sentence) => <p key={sentence}>{sentence}.</p>);
