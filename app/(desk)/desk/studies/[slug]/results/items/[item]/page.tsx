import { getTranslations } from "next-intl/server";
import { ItemArticle } from "@/app/(public)/_results/item-article";
import { ItemNeighbours } from "@/app/(public)/_results/item-neighbours";
import { itemOf } from "@/app/(public)/_results/item-reading";
import { deskResults } from "@/db/queries/results";
import { deskData } from "../../../../../_parts/desk-data";

type Props = { params: Promise<{ slug: string; item: string }> };

/** One item of the latest edition as readers would see it, for the desk of a study that is not public. */
export default async function DeskResultsItemPage({ params }: Props) {
  const { slug, item: id } = await params;
  const t = await getTranslations("desk.results");
  const { edition, item } = itemOf(await deskData((actor) => deskResults(actor, { study: slug })), id);
  return (
    <>
      <p className="mb-6 max-w-measure text-muted">{t("how")}</p>
      <h2 className="max-w-4xl text-3xl [overflow-wrap:anywhere]">{item.title}</h2>
      {item.text ? <p className="mt-4 max-w-measure">{item.text}</p> : null}
      <div className="mt-8 space-y-12">
        <ItemArticle edition={edition} item={item} files={false} />
        <ItemNeighbours edition={edition} item={item} base={`/desk/studies/${slug}/results`} />
      </div>
    </>
  );
}
