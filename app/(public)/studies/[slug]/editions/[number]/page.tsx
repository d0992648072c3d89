import type { Metadata } from "next";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { ResultsReading, resultsMetadata } from "../../../../_results/results-reading";

type Props = { params: Promise<{ slug: string; number: string }> };

const read = async ({ params }: Props) => {
  const { slug, number } = await params;
  return load(() => results(visitor, { study: slug, edition: number }));
};

export const generateMetadata = async (props: Props): Promise<Metadata> => resultsMetadata(await read(props));

/** One edition as it was published. */
export default async function EditionPage(props: Props) {
  const { slug, number } = await props.params;
  return <ResultsReading results={await read(props)} base={`/studies/${slug}/editions/${number}`} />;
}
