import type { Metadata } from "next";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { ItemReading, itemMetadata } from "../../../../../_results/item-reading";

type Props = { params: Promise<{ slug: string; item: string }> };

const read = async ({ params }: Props) => {
  const { slug } = await params;
  return load(() => results(visitor, { study: slug }));
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  itemMetadata(await read(props), (await props.params).item);

/** One item as the latest edition has it. */
export default async function ResultsItemPage(props: Props) {
  const { slug, item } = await props.params;
  return <ItemReading results={await read(props)} id={item} base={`/studies/${slug}/results`} />;
}
