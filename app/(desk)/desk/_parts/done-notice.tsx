import { getTranslations } from "next-intl/server";
import { Notice } from "@/ui/notice";

export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Says what the act before this page did: `?done=invited&n=24` is the sentence `desk.done.invited`. */
export async function DoneNotice({ search }: { search: Search }) {
  const { done, n } = await search;
  const sentence = await getTranslations("desk.done");
  if (typeof done !== "string" || !sentence.has(done)) return null;
  return (
    <div className="mb-6">
      <Notice kind="success" live title={sentence(done, { n: Number(n) || 0 })} />
    </div>
  );
}
