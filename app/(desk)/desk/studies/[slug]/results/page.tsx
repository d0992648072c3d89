import { getTranslations } from "next-intl/server";
import { EditionArticle } from "@/app/(public)/_results/edition-article";
import { deskResults } from "@/db/queries/results";
import { ButtonLink } from "@/ui/button";
import { deskData } from "../../../_parts/desk-data";

type Props = { params: Promise<{ slug: string }> };

/** The latest edition as readers would see it, for the desk of a study that is not public. */
export default async function DeskResultsPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.results");
  const { published, editions, question } = await deskData((actor) => deskResults(actor, { study: slug }));
  if (!published)
    return (
      <div className="space-y-4">
        <p>{t("none")}</p>
        <ButtonLink href={`/desk/studies/${slug}/publication`} look="secondary">
          {t("publication")}
        </ButtonLink>
      </div>
    );
  return (
    <>
      <p className="mb-6 max-w-measure text-muted">{t("how")}</p>
      <h2 className="max-w-4xl text-3xl">{question}</h2>
      <EditionArticle
        published={published}
        editions={editions}
        base={`/desk/studies/${slug}/results`}
        files={false}
      />
    </>
  );
}
