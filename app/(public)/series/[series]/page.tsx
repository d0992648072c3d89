import type { Metadata } from "next";
import { load } from "@/app/_server/load";
import { visitor } from "@/db/actor";
import { series } from "@/db/queries/series";
import { SeriesReading, seriesMetadata } from "../../_series/series-reading";

type Props = { params: Promise<{ series: string }> };

const read = async ({ params }: Props) => {
  const { series: slug } = await params;
  return load(() => series(visitor, { series: slug }));
};

export const generateMetadata = async (props: Props): Promise<Metadata> => seriesMetadata(await read(props));

/** A question that was asked again: what each wave found, from the editions alone. */
export default async function SeriesPage(props: Props) {
  return <SeriesReading series={await read(props)} />;
}
