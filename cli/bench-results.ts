import { environment } from "@/db/environment";
import { client, load } from "./bench-load";
import { pagesProcessorTime } from "./bench-processes";
import { publishedStudy } from "./bench-study";
import { table } from "./bench-table";

/** The results page's time as the number of responses grows; one user, after a few visits. */
export async function benchResults(quick: boolean): Promise<string> {
  const { ask, close } = client(environment().port);
  const rows: string[][] = [];
  for (const responses of quick ? [50, 200] : [50, 1000, 10_000]) {
    console.error(`Filling a study with ${responses} responses.`);
    const slug = `bench-${responses}`;
    const { closing } = await publishedStudy(slug, responses);
    const visit = async () => void (await ask({ method: "GET", path: `/studies/${slug}/results` }));
    await load(1, visits(10), visit);
    const before = pagesProcessorTime();
    const visited = await load(1, visits(50), visit);
    const processor = (pagesProcessorTime() - before) / 50;
    rows.push([
      String(responses),
      visited.p50.toFixed(1),
      visited.p95.toFixed(1),
      processor.toFixed(1),
      closing.toFixed(0),
    ]);
  }
  close();
  return `Results page; times in milliseconds\n${table(["responses", "p50", "p95", "processor", "closing the round"], rows)}`;
}

const visits = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
