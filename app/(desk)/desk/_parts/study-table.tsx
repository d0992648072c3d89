import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { DeskListing } from "@/db/queries/desk-studies";
import { SimulatedMark } from "@/ui/simulated-mark";
import { Table } from "@/ui/table";
import { PhaseStatus } from "./phase-status";

/** Studies of one phase as rows: what they ask, where they stand, how many took part. */
export async function StudyTable({
  caption,
  studies,
}: {
  caption: string;
  studies: readonly { study: DeskListing; when: string }[];
}) {
  const t = await getTranslations("desk.studies");
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: "title", label: t("column.title") },
        { key: "phase", label: t("column.phase") },
        { key: "when", label: t("column.when") },
        { key: "submitted", label: t("column.submitted"), numeric: true },
        { key: "editions", label: t("column.editions"), numeric: true },
      ]}
      rows={studies.map(({ study, when }) => ({
        key: study.slug,
        cells: {
          title: (
            <>
              <Link href={`/desk/studies/${study.slug}`} className="link font-serif text-lg">
                {study.title}
              </Link>
              {study.simulated ? (
                <span className="mt-1 block">
                  <SimulatedMark>{t("simulated")}</SimulatedMark>
                </span>
              ) : null}
            </>
          ),
          phase: <PhaseStatus phase={study.phase} round={study.round?.number ?? 0} />,
          when,
          submitted: (
            <span className="whitespace-nowrap">
              {study.round
                ? t("submitted", { submitted: study.round.submitted, people: study.people })
                : t("people", { people: study.people })}
            </span>
          ),
          editions: study.editions,
        },
      }))}
    />
  );
}
