import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Questionnaire } from "@/db/queries/questionnaire";
import { middleOf, readFigures } from "@/delphi/figure-reading";
import { scaleBounds } from "@/delphi/scale";
import { consensusWord, stabilityWord } from "@/delphi/verdict-reading";
import { Disclosure } from "@/ui/disclosure";
import { Strip } from "@/ui/pictures/strip";
import { Verdict } from "@/ui/verdict";

type SettledItem = Questionnaire["settled"][number];

/** What is not asked again, folded: each item with its verdict and the figures it stands with. */
export async function Settled({ settled }: { settled: readonly SettledItem[] }) {
  if (settled.length === 0) return null;
  const text = await getTranslations("panel.questionnaire");
  return (
    <Disclosure summary={text("settled", { count: settled.length })}>
      <p className="text-base text-muted">{text("settled-text")}</p>
      <ul className="mt-4 border-t border-line">
        {settled.map((one) => (
          <li key={one.item.id} className="border-b border-line py-3">
            <p className="text-base font-medium">{one.item.title}</p>
            <Standing {...one} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

async function Standing({ item, round, parts }: SettledItem) {
  const text = await getTranslations("panel.questionnaire");
  const say = await sayer();
  return parts.map(({ part: id, panel }) => {
    const part = item.parts.find((one) => one.id === id)!;
    if (panel.withheld !== null) return null;
    const [consensus, stability] = [consensusWord(panel), stabilityWord(panel)];
    const figures = say(readFigures(part, panel));
    const bounds = scaleBounds(part.scale);
    return (
      <div
        key={id}
        className="mt-2 gap-x-6 text-base sm:grid sm:grid-cols-[minmax(0,1fr)_10rem] sm:items-center"
      >
        <div>
          <p className="font-sans text-sm text-muted">{part.question}</p>
          {consensus ? (
            <Verdict
              consensus={{ mark: consensus.mark, label: say(consensus.word) }}
              stability={stability ? { mark: stability.mark, label: say(stability.word) } : undefined}
            />
          ) : null}
          <p className="figures font-sans text-sm text-muted">{text("settled-round", { round, figures })}</p>
        </div>
        {bounds ? (
          <Strip
            {...bounds}
            {...middleOf(part, panel)}
            counts={panel.counts ?? undefined}
            description={figures}
            className="max-sm:mt-2"
          />
        ) : null}
      </div>
    );
  });
}
