import { notFound, redirect } from "next/navigation";
import { studyOf } from "../../../_parts/desk-data";

/** The analysis of the latest closed round. */
export default async function AnalysisPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { rounds } = await studyOf(slug);
  const last = rounds.filter((round) => round.state === "closed").at(-1);
  if (!last) notFound();
  redirect(`/desk/studies/${slug}/analysis/${last.number}`);
}
