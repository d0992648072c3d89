import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { type Receipt, receipt } from "@/db/queries/receipt";
import { ButtonLink } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { ownPage } from "../../_parts/own-page";
import { PanelFrame } from "../../_parts/panel-frame";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.receipt");
  return { title: text("title"), robots: { index: false } };
}

/** What was submitted counts, and this is how to check it; until the close it can be changed. */
export default async function ReceiptPage() {
  const { study, receipts } = await ownPage((seat) => receipt(seat, {}));
  const text = await getTranslations("panel.receipt");
  const [latest, ...earlier] = receipts;
  return (
    <PanelFrame study={study} current="receipt">
      <div className="max-w-measure space-y-8">
        {latest ? (
          <>
            <Latest receipt={latest} />
            <Meaning open={latest.round.state === "open"} />
            {earlier.length > 0 ? <Earlier receipts={earlier} /> : null}
          </>
        ) : (
          <>
            <h1>{text("title")}</h1>
            <p>{text("none")}</p>
            <ButtonLink href="/panel">{text("overview")}</ButtonLink>
          </>
        )}
      </div>
    </PanelFrame>
  );
}

async function Latest({ receipt: { round, revision, receipt: code, unsubmitted } }: { receipt: Receipt }) {
  const text = await getTranslations("panel.receipt");
  const { moment } = await dates();
  const open = round.state === "open";
  return (
    <>
      <h1>{text(open ? "submitted" : "counted", { round: round.number })}</h1>
      <p>
        {text(open ? "thanks" : "thanks-closed")}{" "}
        {open && round.closesAt ? text("until", { closes: moment(new Date(round.closesAt)) }) : null}
      </p>
      {unsubmitted && open ? (
        <Notice kind="caution" title={text("unsubmitted")}>
          <p>{text("unsubmitted-text")}</p>
          <ButtonLink href="/panel/review" className="mt-2">
            {text("review")}
          </ButtonLink>
        </Notice>
      ) : null}
      <Code
        label={text("label", { round: round.number })}
        note={text("revision", { revision })}
        code={code}
      />
      {open ? (
        <ButtonLink href="/panel/questionnaire" look="secondary">
          {text("revise")}
        </ButtonLink>
      ) : null}
    </>
  );
}

async function Meaning({ open }: { open: boolean }) {
  const text = await getTranslations("panel.receipt");
  return (
    <div className="prose">
      {open ? (
        <>
          <h2 className="text-xl">{text("next")}</h2>
          <p>{text("next-text")}</p>
        </>
      ) : null}
      <h2 className="text-xl">{text("meaning")}</h2>
      <p>{text("meaning-text")}</p>
      <p>{text("meaning-keep")}</p>
    </div>
  );
}

async function Earlier({ receipts }: { receipts: readonly Receipt[] }) {
  const text = await getTranslations("panel.receipt");
  return (
    <Disclosure summary={text("earlier")}>
      <div className="space-y-5">
        {receipts.map(({ round, revision, receipt: code }) => (
          <Code
            key={round.number}
            label={text("label", { round: round.number })}
            note={text("revision", { revision })}
            code={code}
          />
        ))}
      </div>
    </Disclosure>
  );
}

const Code = ({ label, note, code }: { label: string; note: string; code: string }) => (
  <dl className="font-sans">
    <dt className="text-sm text-muted">
      {label} · {note}
    </dt>
    <dd className="mt-1 font-mono text-base break-all select-all">{code}</dd>
  </dl>
);
