import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { sayer } from "@/app/_server/say";
import { readFinding, readRemainingFigures } from "@/delphi/figure-reading";
import { judgedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { readSidesByStratum } from "@/delphi/sides";
import { consensusWord, readShape, stabilityWord } from "@/delphi/verdict-reading";
import { Verdict } from "@/ui/verdict";
import { Section } from "../_frame/article";
import { type Dissenting, dissenting, withoutDissent } from "./dissenting";
import { itemPlace } from "./item-place";
import { Reasons, reasonsFor, reasonsRemoved } from "./reasons";

/** Where experts disagree: settled disagreements first, each with the reasons of both sides. */
export async function Dissent({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.dissent");
  const all = dissenting(edition);
  const split = all.filter(({ figure }) => figure.mark !== "majority");
  const [settled, moving] = [split.filter((one) => one.settled), split.filter((one) => !one.settled)];
  const majority = all.filter(({ figure }) => figure.mark === "majority");
  return (
    <Section
      id="dissent"
      title={text("title")}
      wide={
        all.length === 0 ? null : (
          <>
            <Group title={text("settled")} lead={settled.length === 0 ? text("settled-none") : null}>
              {settled.map((entry) => (
                <Entry key={entry.item.id} entry={entry} edition={edition} base={base} />
              ))}
            </Group>
            {moving.length > 0 ? (
              <Group title={text("moving")}>
                {moving.map((entry) => (
                  <Entry key={entry.item.id} entry={entry} edition={edition} base={base} />
                ))}
              </Group>
            ) : null}
            {majority.length > 0 ? (
              <Group title={text("majority")} lead={text("majority-lead")}>
                {majority.map((entry) => (
                  <Entry key={entry.item.id} entry={entry} edition={edition} base={base} folded />
                ))}
              </Group>
            ) : null}
          </>
        )
      }
    >
      <p>{text(all.length === 0 ? withoutDissent(edition) : "lead")}</p>
    </Section>
  );
}

const Group = ({ title, lead, children }: { title: string; lead?: string | null; children: ReactNode }) => (
  <div>
    <h3>{title}</h3>
    {lead ? <p className="mt-1 max-w-measure text-muted">{lead}</p> : null}
    <ul className="mt-3">{children}</ul>
  </div>
);

type EntryProps = { entry: Dissenting; edition: Edition; base: string; folded?: boolean };

async function Entry({ entry: { item, figure }, edition, base, folded = false }: EntryProps) {
  const text = await getTranslations("public.results.dissent");
  const say = await sayer();
  const consensus = consensusWord(figure)!;
  const stability = stabilityWord(figure);
  const headline = item.kind === "stance";
  const part = judgedParts(item)[0]!;
  const reasons = reasonsFor(edition, item.id);
  const removed = reasonsRemoved(edition, item.id);
  return (
    <li className="border-t border-line py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h4 id={`dissent-${item.id}`} className="scroll-mt-4">
          <a href={itemPlace(base, item)} className="underline-offset-4 hover:underline">
            {headline ? text("headline") : item.title}
          </a>
        </h4>
        <p className="text-sm">
          <Verdict
            consensus={{ mark: consensus.mark, label: say(consensus.word) }}
            stability={stability ? { mark: stability.mark, label: say(stability.word) } : undefined}
          />
        </p>
      </div>
      <p className="mt-1 max-w-measure">
        {say(readFinding(item, part, figure))}{" "}
        <span className="figures font-sans text-sm text-muted">
          ({say(readRemainingFigures(part, figure))})
        </span>
      </p>
      {folded ? null : <Shape entry={{ item, figure }} edition={edition} />}
      {folded && reasons.length > 0 ? (
        <p className="mt-1 font-sans text-sm">
          <a href={itemPlace(base, item)} className="link">
            {text("reasons", { count: reasons.length })}
          </a>
        </p>
      ) : (
        <Reasons item={item} reasons={reasons} removed={removed} all={itemPlace(base, item)} />
      )}
      {!folded && reasons.length + removed.length === 0 ? (
        <p className="mt-1 font-sans text-sm text-muted italic">{text("no-reasons")}</p>
      ) : null}
    </li>
  );
}

/** What shape the disagreement has, and which groups hold each side. */
async function Shape({ entry, edition }: { entry: Pick<Dissenting, "item" | "figure">; edition: Edition }) {
  const say = await sayer();
  const { item, figure } = entry;
  const part = judgedParts(item)[0]!;
  const shape = readShape(part, figure);
  const round = edition.rounds.find((one) => one.round === figure.round);
  const figures = round?.figures.filter((one) => one.item === item.id) ?? [];
  const sides = readSidesByStratum(item, part, figures, edition.protocol.strata);
  const readings = [...(shape ? [shape] : []), ...sides].map(say);
  if (readings.length === 0) return null;
  return (
    <p className="mt-1 max-w-measure font-sans text-sm text-muted">
      {readings.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`).join(" ")}
    </p>
  );
}
