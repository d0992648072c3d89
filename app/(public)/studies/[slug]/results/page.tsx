import type { Metadata } from "next";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { ResultsReading, resultsMetadata } from "../../../_results/results-reading";

type Props = { params: Promise<{ slug: string }> };

const read = async ({ params }: Props) => {
  const { slug } = await params;
  return load(() => results(visitor, { study: slug }));
};

export const generateMetadata = async (props: Props): Promise<Metadata> => resultsMetadata(await read(props));

/** The latest edition and nothing newer. */
export default async function ResultsPage(props: Props) {
  const { slug } = await props.params;
  return <ResultsReading results={await read(props)} base={`/studies/${slug}/results`} />;
}
