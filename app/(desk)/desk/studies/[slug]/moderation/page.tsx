import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { moderation } from "@/db/queries/moderation";
import { deskData, studyOf } from "../../../_parts/desk-data";
import type { Search } from "../../../_parts/done-notice";
import { RoundLinks } from "../../../_parts/round-links";
import { ForTheDesk } from "./for-the-desk";
import { Queue } from "./queue";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** The texts of a closed round, item by item. Nothing here leads to who wrote them. */
export default async function ModerationPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.moderation");
  const { moderation: words } = (await getMessages()).desk;
  const { rounds } = await studyOf(slug);
  const closed = rounds.filter((one) => one.state === "closed").map((one) => one.number);
  const round = Number((await searchParams).round) || closed.at(-1);
  if (round === undefined || !closed.includes(round)) notFound();
  const items = await deskData((actor) => moderation(actor, { study: slug, round }));
  return (
    <div className="space-y-6">
      <div className="space-y-3">
        <h2 className="text-xl">{t("title", { round })}</h2>
        <p className="max-w-measure">{t("how")}</p>
        <RoundLinks
          label={t("rounds")}
          rounds={closed.map((number) => ({
            number,
            href: `/desk/studies/${slug}/moderation?round=${number}` as const,
            current: number === round,
          }))}
        />
      </div>
      {items.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <NextIntlClientProvider messages={{ desk: { moderation: words } }}>
          <Queue key={round} study={slug} round={round} items={items.filter((one) => !one.forTheDesk)} />
        </NextIntlClientProvider>
      )}
      {items
        .filter((one) => one.forTheDesk)
        .map((one) => (
          <ForTheDesk key={one.item.id} one={one} />
        ))}
    </div>
  );
}
