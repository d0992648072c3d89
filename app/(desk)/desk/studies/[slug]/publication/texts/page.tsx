import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { type PublishedText, publishedTexts } from "@/db/queries/published-texts";
import { Confirm } from "../../../../_parts/confirm";
import { deskData } from "../../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../../_parts/done-notice";
import { FormArea } from "../../../../_parts/form-fields";
import { takeDownAction } from "../actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** The texts that readers can see, item by item, each of which can be taken down. */
export default async function PublishedTextsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.publication.texts");
  const items = await deskData((actor) => publishedTexts(actor, { study: slug }));
  return (
    <div className="space-y-10">
      <DoneNotice search={searchParams} />
      <div className="space-y-3">
        <p className="font-sans text-base">
          <Link href={`/desk/studies/${slug}/publication`} className="link">
            {t("back")}
          </Link>
        </p>
        <h2 className="text-xl">{t("title")}</h2>
        <p className="max-w-measure">{t(items.length > 0 ? "how" : "none")}</p>
      </div>
      {items.map(({ item, texts }) => (
        <section key={item.id} className="space-y-4">
          <h3 className="max-w-measure border-b border-line pb-2 text-lg">{item.title}</h3>
          <ul className="grid items-start gap-4 lg:grid-cols-2">
            {texts.map((text) => (
              <li key={text.digest}>
                <TextCard study={slug} text={text} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

async function TextCard({
  study,
  text: { digest, round, standing },
}: {
  study: string;
  text: PublishedText;
}) {
  const t = await getTranslations("desk.publication.texts");
  const { day } = await dates();
  return (
    <article className="flex flex-col items-start gap-3 rounded-md border border-line bg-card p-4">
      <p className="font-sans text-sm text-muted">{t("round", { round })}</p>
      {standing.format === "tholos-tombstone/1" ? (
        <p className="text-muted italic">
          {t("removed", { date: day(standing.removedOn), reason: standing.reason })}
        </p>
      ) : (
        <>
          <blockquote className="whitespace-pre-line [overflow-wrap:anywhere]">{standing.text}</blockquote>
          <Confirm
            action={takeDownAction}
            hidden={{ study, digest }}
            look="quiet"
            grave
            open={t("open")}
            title={t("ask")}
            what={t("what")}
            confirm={t("confirm")}
            cancel={t("cancel")}
          >
            <FormArea name="reason" label={t("reason")} hint={t("reason-hint")} required maxLength={500} />
          </Confirm>
        </>
      )}
    </article>
  );
}
