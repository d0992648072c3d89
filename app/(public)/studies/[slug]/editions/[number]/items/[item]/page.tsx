import type { Metadata } from "next";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { ItemReading, itemMetadata } from "../../../../../../_results/item-reading";

type Props = { params: Promise<{ slug: string; number: string; item: string }> };

const read = async ({ params }: Props) => {
  const { slug, number } = await params;
  return load(() => results(visitor, { study: slug, edition: number }));
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  itemMetadata(await read(props), (await props.params).item);

/** One item as it was published in one edition. */
export default async function EditionItemPage(props: Props) {
  const { slug, number, item } = await props.params;
  return <ItemReading results={await read(props)} id={item} base={`/studies/${slug}/editions/${number}`} />;
}
