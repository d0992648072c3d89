import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Figure, ShownFigure } from "@/delphi/figure";
import { middleOf, readFigure, readFigures, readFinding } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import { type OrdinalScale, scaleBounds } from "@/delphi/scale";
import { Disclosure } from "@/ui/disclosure";
import { Histogram } from "@/ui/pictures/histogram";
import { Interval } from "@/ui/pictures/interval";
import { Strip } from "@/ui/pictures/strip";

export type PictureProps = {
  readonly item: Item;
  readonly part: Part;
  readonly shown: Questionnaire["feedback"][number]["parts"][number];
  readonly round: number;
  readonly own: number | null;
  readonly minimumGroup: number;
};

/** How the panel answered one part in the last round that asked it, with one's own answer marked. */
export async function PartPicture(props: PictureProps) {
  const { item, part, shown, minimumGroup } = props;
  const say = await sayer();
  if (shown.panel.withheld !== null)
    return <p className="text-base text-muted">{say(readFigure(item, part, shown.panel, minimumGroup))}</p>;
  if (part.scale.kind !== "ordinal") return <Estimates {...props} figure={shown.panel} />;
  return (
    <div>
      <Ratings {...props} scale={part.scale} figure={shown.panel} />
      {shown.strata.length > 0 ? <Groups {...props} /> : null}
    </div>
  );
}

async function Ratings({
  item,
  part,
  round,
  own,
  scale,
  figure,
}: PictureProps & { scale: OrdinalScale; figure: ShownFigure }) {
  const say = await sayer();
  const text = await getTranslations("panel.questionnaire");
  return (
    <Histogram
      heading={3}
      title={say(readFinding(item, part, figure))}
      caption={text("caption", { round, n: figure.n, abstained: figure.abstained })}
      points={scale.points.map((point, at) => ({ ...point, count: figure.counts?.[at] ?? 0 }))}
      {...middleOf(part, figure)}
      own={own}
      words={await pictureWords()}
    />
  );
}

/** Probabilities of the panel and of its groups on one axis. */
async function Estimates({
  item,
  part,
  shown,
  round,
  own,
  minimumGroup,
  figure,
}: PictureProps & { figure: ShownFigure }) {
  const say = await sayer();
  const text = await getTranslations("panel.questionnaire");
  const row = (key: string, title: string, one: Figure, mine: number | null) =>
    one.withheld === null
      ? { key, title, ...middleOf(part, one), own: mine, n: one.n }
      : { key, title, withheld: say(readFigure(item, part, one, minimumGroup)) };
  return (
    <Interval
      heading={3}
      title={say(readFinding(item, part, figure))}
      caption={text("caption", { round, n: figure.n, abstained: figure.abstained })}
      low={text("impossible")}
      high={text("certain")}
      rows={[
        row("panel", text("panel"), figure, own),
        ...shown.strata.map((stratum) => row(stratum.title, stratum.title, stratum.figure, null)),
      ]}
      words={await pictureWords()}
    />
  );
}

/** Each group of experts that is large enough, beside the whole panel: three trials found more agreement between groups that way. */
async function Groups({ item, part, shown, minimumGroup }: PictureProps) {
  const say = await sayer();
  const text = await getTranslations("panel.questionnaire");
  const bounds = scaleBounds(part.scale);
  return (
    <Disclosure quiet open summary={<span className="text-sm">{text("groups")}</span>}>
      <ul className="border-t border-line font-sans text-sm">
        {shown.strata.map(({ title, figure }) => (
          <li
            key={title}
            className="gap-x-6 border-b border-line py-2.5 sm:grid sm:grid-cols-[minmax(0,1fr)_10rem] sm:items-center"
          >
            <p>
              <span className="font-medium">{title}</span>
              <span className="block text-muted">{say(readFigure(item, part, figure, minimumGroup))}</span>
            </p>
            {bounds && figure.withheld === null ? (
              <Strip
                {...bounds}
                {...middleOf(part, figure)}
                counts={figure.counts ?? undefined}
                description={say(readFigures(part, figure))}
                className="max-sm:mt-2"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
