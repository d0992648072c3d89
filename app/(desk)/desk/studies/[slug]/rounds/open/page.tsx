import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { carryForward } from "@/db/queries/carry-forward";
import { hasEnded } from "@/delphi/study";
import { Notice } from "@/ui/notice";
import { deskData, studyOf } from "../../../../_parts/desk-data";
import { timeZones } from "../time-zones";
import { CarryForwardSheet } from "./carry-forward-sheet";
import { sheetRows } from "./sheet-rows";

type Props = { params: Promise<{ slug: string }> };

/** What the next round asks: every item with what the locked rules propose for it, then the opening. */
export default async function OpenRoundPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.sheet");
  const [study, next] = await Promise.all([
    studyOf(slug),
    deskData((actor) => carryForward(actor, { study: slug })),
  ]);
  if (next.number === null || hasEnded(study.phase)) notFound();
  const { sheet } = (await getMessages()).desk;
  const before = { round: next.number - 1 };
  return (
    <div className="space-y-8">
      <h2 className="text-xl">{t("title", { round: next.number })}</h2>
      <p className="max-w-measure">{t(next.after === null ? "how-first" : "how", before)}</p>
      {next.after === null ? <Notice title={t("locks")} /> : null}
      {next.after?.stop ? <Notice kind="caution" title={t("stop", before)} /> : null}
      <NextIntlClientProvider messages={{ desk: { sheet } }}>
        <CarryForwardSheet
          study={slug}
          version={next.version}
          round={next.number}
          rows={await sheetRows(next)}
          taken={next.taken}
          proposals={next.proposals}
          panelItems={study.protocol.betweenRounds?.panelItems === true}
          plan={study.protocol.questionnaire}
          mailed={next.mailed}
          zones={timeZones()}
          onSchedule={study.protocol.closing === "on-schedule"}
        />
      </NextIntlClientProvider>
    </div>
  );
}
