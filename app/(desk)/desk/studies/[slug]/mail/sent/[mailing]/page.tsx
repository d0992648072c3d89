import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { type Fate, mailing } from "@/db/queries/mailing";
import { Status, type StatusTone } from "@/ui/status";
import { Table } from "@/ui/table";
import { Confirm } from "../../../../../_parts/confirm";
import { deskData } from "../../../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../../../_parts/done-notice";
import { resendAction } from "../../actions";

type Props = { params: Promise<{ slug: string; mailing: string }>; searchParams: Search };

const TONES: Readonly<Record<Fate, StatusTone>> = {
  waiting: "waiting",
  sending: "current",
  "put-off": "waiting",
  sent: "done",
  refused: "caution",
  unclear: "caution",
  failed: "caution",
  dropped: "off",
};

/** One mailing: what became of it for each person, and another try for what may not have arrived. */
export default async function SentPage({ params, searchParams }: Props) {
  const { slug, mailing: id } = await params;
  const t = await getTranslations("desk.mail");
  const { moment } = await dates();
  const sent = await deskData((actor) => mailing(actor, { study: slug, mailing: id }));
  const again = sent.people.filter(({ state }) => state === "unclear" || state === "failed").length;
  const refused = sent.people.some(({ state }) => state === "refused");
  return (
    <div className="space-y-6">
      <DoneNotice search={searchParams} />
      <p>
        <Link className="link font-sans text-base" href={`/desk/studies/${slug}/mail`}>
          {t("back")}
        </Link>
      </p>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-xl">{t(`letter.${sent.letter}`)}</h2>
        {again > 0 ? (
          <Confirm
            action={resendAction}
            hidden={{ study: slug, mailing: id }}
            look="secondary"
            open={t("resend.open", { again })}
            title={t("resend.title", { again })}
            what={t("resend.what", { again })}
            confirm={t("resend.confirm", { again })}
            cancel={t("tell.cancel")}
          />
        ) : null}
      </div>
      <p className="font-sans text-base text-muted">
        {t(sent.letter === "results" ? "sent.edition" : "sent.round", { number: sent.number })} ·{" "}
        {moment(sent.at)}
        {sent.planned ? ` · ${t("sent.planned")}` : null}
      </p>
      {refused ? (
        <p className="max-w-measure">
          {t("refused")}{" "}
          <Link className="link" href={`/desk/studies/${slug}/panel`}>
            {t("to-panel")}
          </Link>
        </p>
      ) : null}
      <Table
        caption={t("people.caption")}
        captionHidden
        columns={[
          { key: "name", label: t("people.name") },
          { key: "address", label: t("people.address") },
          { key: "state", label: t("people.state") },
        ]}
        rows={sent.people.map(({ id: key, name, address, state, code }) => ({
          key,
          cells: {
            name: name || address,
            address: <span className="[overflow-wrap:anywhere]">{address}</span>,
            state: (
              <>
                <Status tone={TONES[state]}>{t(`fate.${state}`)}</Status>
                {code ? <span className="block text-sm text-muted">{t("people.code", { code })}</span> : null}
              </>
            ),
          },
        }))}
        empty={t("people.empty")}
      />
    </div>
  );
}
