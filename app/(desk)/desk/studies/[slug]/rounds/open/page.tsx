import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { carryForward } from "@/db/queries/carry-forward";
import type { DeskStudy } from "@/db/queries/desk-study";
import { isAside } from "@/delphi/item";
import { rollBelowMinimum } from "@/delphi/protocol-problems";
import { hasEnded } from "@/delphi/study";
import { zonedMoment } from "@/delphi/zoned-moment";
import { Notice } from "@/ui/notice";
import { deskData, progressOf, studyOf } from "../../../../_parts/desk-data";
import { timeZones } from "../time-zones";
import { CarryForwardSheet } from "./carry-forward-sheet";
import { sheetRows } from "./sheet-rows";

type Props = { params: Promise<{ slug: string }> };

/** What the next round asks: every item with what the locked rules propose for it, then the opening. */
export default async function OpenRoundPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.sheet");
  const [study, progress, next] = await Promise.all([
    studyOf(slug),
    progressOf(slug),
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
      <Missing study={study} people={progress.people} />
      {progress.opening ? (
        <Notice
          title={t("opening.set", { opens: zonedMoment(progress.opening.opensAt, progress.opening.zone) })}
        />
      ) : null}
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

/** What keeps the round from opening, or from showing anything, said before the button is pressed; and the way on. */
async function Missing({ study, people }: { study: DeskStudy; people: number }) {
  const t = await getTranslations("desk.sheet.missing");
  const base = `/desk/studies/${study.slug}` as const;
  if (!study.items.some((item) => !isAside(item.kind)))
    return (
      <Notice kind="caution" title={t("items")}>
        <Link className="link" href={`${base}/design`}>
          {t("to-design")}
        </Link>
      </Notice>
    );
  if (people > 0 && !rollBelowMinimum(study.protocol, people)) return null;
  return (
    <Notice
      kind="caution"
      title={people === 0 ? t("panel") : t("few", { people, k: study.protocol.minimumGroup })}
    >
      <Link className="link" href={`${base}/panel`}>
        {t("to-panel")}
      </Link>
    </Notice>
  );
}
