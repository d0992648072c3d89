import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { mailDesk } from "@/db/queries/mail-desk";
import { StudyLetter } from "@/delphi/letter";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { Confirm } from "../../../_parts/confirm";
import { deskData, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { tellResultsAction } from "./actions";
import { ReminderForm } from "./reminder-form";
import { SentTable } from "./sent-table";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** A study's mail: the words of its letters, when reminders leave by themselves, and what became of each mailing. */
export default async function MailPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.mail");
  const [study, mail] = await Promise.all([
    studyOf(slug),
    deskData((actor) => mailDesk(actor, { study: slug })),
  ]);
  const off = environment().mail.kind === "none";
  return (
    <div className="space-y-12">
      <DoneNotice search={searchParams} />
      <div className="space-y-4">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h2 className="text-xl">{t("title")}</h2>
          {mail.untold && mail.untold.people > 0 && !off && !study.simulated ? (
            <TellResults study={slug} untold={mail.untold} />
          ) : null}
        </div>
        {study.simulated ? <Notice title={t("simulated")} /> : null}
        {off ? <Notice kind="caution" title={t("off")} /> : null}
        <p className="max-w-measure">{t("how")}</p>
      </div>
      <section className="space-y-4">
        <h3 className="text-lg">{t("sent.title")}</h3>
        <SentTable study={slug} mailings={mail.mailings} />
      </section>
      <section className="space-y-4">
        <h3 className="text-lg">{t("letters.title")}</h3>
        <Table
          caption={t("letters.title")}
          captionHidden
          columns={[
            { key: "letter", label: t("letters.letter") },
            { key: "when", label: t("letters.when") },
            { key: "words", label: t("letters.words") },
          ]}
          rows={StudyLetter.options.map((letter) => ({
            key: letter,
            cells: {
              letter: (
                <Link className="link" href={`/desk/studies/${slug}/mail/letters/${letter}`}>
                  {t(`letter.${letter}`)}
                </Link>
              ),
              when: t(`leaves.${letter}`),
              words: t(mail.own.includes(letter) ? "letters.own" : "letters.usual"),
            },
          }))}
        />
      </section>
      {study.simulated ? null : <ReminderForm study={study} plan={mail.plan} />}
    </div>
  );
}

async function TellResults({
  study,
  untold,
}: {
  study: string;
  untold: { readonly edition: number; readonly people: number };
}) {
  const t = await getTranslations("desk.mail.tell");
  return (
    <Confirm
      action={tellResultsAction}
      hidden={{ study }}
      open={t("open", untold)}
      title={t("title", untold)}
      what={t("what", untold)}
      confirm={t("confirm", untold)}
      cancel={t("cancel")}
    />
  );
}
