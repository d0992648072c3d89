import { getTranslations } from "next-intl/server";
import type { Results } from "@/db/queries/results";
import { isAnsweredAsOne } from "@/delphi/item";
import { Article } from "../_frame/article";
import { AsOne, type AsOneKind, CHAPTER } from "./as-one";
import { Asked } from "./asked";
import { Cite } from "./cite";
import { Data, NoData } from "./data";
import { Dissent } from "./dissent";
import { EstimateResults } from "./estimates";
import { livesPicture } from "./lives-picture";
import { Method } from "./method";
import { OpenAnswers } from "./open-answers";
import { Opening } from "./opening";
import { Options } from "./options";
import { Positions } from "./positions";
import { Scenarios } from "./scenarios";
import { Shift } from "./shift";
import { Stance } from "./stance";

const AS_ONE = Object.keys(CHAPTER) as AsOneKind[];

type Published = NonNullable<Results["published"]>;

/** Everything an edition says, from its own text alone, and who of the panel is named beside it. */
export async function EditionArticle({
  published,
  editions,
  base,
  files = true,
}: {
  published: Published;
  editions: Results["editions"];
  /** The address of the page that this stands on: the items' own pages are below it. */
  base: string;
  /** Whether readers can have its files; the desk sees a study that nobody else does yet without them. */
  files?: boolean;
}) {
  const text = await getTranslations("public.results");
  const { edition, digest } = published;
  const has = (kind: string) => edition.items.some((item) => item.kind === kind);
  const judged = edition.items.some((item) => item.kind === "estimate" || !isAnsweredAsOne(item));
  const moved = has("option") || (await livesPicture(edition)) !== null;
  const chapters = [
    { id: "asked", title: text("asked.title"), show: true },
    { id: "stance", title: text("stance.title"), show: has("stance") },
    { id: "options", title: text("options.title"), show: has("option") },
    { id: "shift", title: text("shift.title"), show: moved },
    ...AS_ONE.map((kind) => ({ id: CHAPTER[kind], title: text(`as-one.${kind}.title`), show: has(kind) })),
    { id: "dissent", title: text("dissent.title"), show: judged },
    { id: "scenarios", title: text("scenarios.title"), show: has("scenario") },
    { id: "estimates", title: text("estimates.title"), show: has("estimate") },
    { id: "open-answers", title: text("open.title"), show: has("open") },
    { id: "positions", title: text("positions.title"), show: edition.positions.length > 0 },
    { id: "method", title: text("method.title"), show: true },
    { id: "cite", title: text("cite.title"), show: true },
    { id: "data", title: text("data.title"), show: true },
  ].filter((chapter) => chapter.show);
  return (
    <>
      <Opening edition={edition} />
      <Article label={text("contents")} chapters={chapters}>
        <Asked edition={edition} named={published.named} base={base} />
        {has("stance") ? <Stance edition={edition} base={base} /> : null}
        {has("option") ? <Options edition={edition} base={base} /> : null}
        {moved ? <Shift edition={edition} base={base} /> : null}
        {AS_ONE.filter(has).map((kind) => (
          <AsOne key={kind} edition={edition} kind={kind} base={base} />
        ))}
        {judged ? <Dissent edition={edition} base={base} /> : null}
        {has("scenario") ? <Scenarios edition={edition} base={base} /> : null}
        {has("estimate") ? <EstimateResults edition={edition} base={base} /> : null}
        {has("open") ? <OpenAnswers edition={edition} base={base} /> : null}
        {edition.positions.length > 0 ? <Positions edition={edition} /> : null}
        <Method edition={edition} />
        <Cite edition={edition} digest={digest} />
        {files ? <Data published={published} editions={editions} /> : <NoData />}
      </Article>
    </>
  );
}
