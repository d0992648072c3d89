import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { outbox } from "@/db/queries/outbox";
import { deskData } from "../../_parts/desk-data";
import { MailText } from "./mail-text";

/** One mail of the demo as its reader would have it, its links alive. */
export default async function MailPage({ params }: { params: Promise<{ mail: string }> }) {
  const { mail: id } = await params;
  const t = await getTranslations("desk.outbox");
  const { moment } = await dates();
  const mails = await deskData((actor) => outbox(actor, { most: 500 }));
  const mail = mails.find((one) => one.id === id);
  if (!mail) notFound();
  return (
    <article className="space-y-6">
      <p>
        <Link className="link font-sans text-base" href="/desk/outbox">
          {t("back")}
        </Link>
      </p>
      <h1 className="text-2xl">{mail.subject}</h1>
      <p className="font-sans text-base text-muted [overflow-wrap:anywhere]">
        {t("to", { to: mail.to, at: moment(mail.at) })}
      </p>
      <div className="max-w-3xl rounded-md border border-line bg-card p-6">
        <MailText text={mail.text} />
      </div>
    </article>
  );
}
