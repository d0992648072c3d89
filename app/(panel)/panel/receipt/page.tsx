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
            <Replaced receipt={latest} />
            <Meaning open={latest.round.state === "open"} slug={study.slug} receipts={receipts} />
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

/** What became of a submission that a later one replaced is told to its own session only. */
async function Replaced({ receipt: { replaced } }: { receipt: Receipt }) {
  const text = await getTranslations("panel.receipt");
  if (replaced.length === 0) return null;
  return (
    <Disclosure summary={text("replaced", { count: replaced.length })}>
      <ul className="space-y-3 font-mono text-base">
        {replaced.map((code) => (
          <li key={code} className="break-all">
            {code}
            <span className="block font-sans text-sm text-muted">{text("replaced-by")}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

async function Meaning({
  open,
  slug,
  receipts,
}: {
  open: boolean;
  slug: string;
  receipts: readonly Receipt[];
}) {
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
      <h2 className="text-xl">{text("check")}</h2>
      <p>
        {text("check-text")} <a href={`/studies/${slug}/receipts`}>{text("check-go")}</a>
      </p>
      <h2 className="text-xl">{text("proof")}</h2>
      <p>{text.rich("proof-text", { code: (command) => <code className="font-mono">{command}</code> })}</p>
      <p>
        <strong>{text("proof-warning")}</strong>
      </p>
      <ul>
        {receipts.map(({ round: { number } }) => (
          <li key={number}>
            <a href={`/panel/receipt/${number}/proof.json`} download>
              {text("proof-file", { round: number })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function Earlier({ receipts }: { receipts: readonly Receipt[] }) {
  const text = await getTranslations("panel.receipt");
  return (
    <Disclosure summary={text("earlier")}>
      <div className="space-y-5">
        {receipts.map((receipt) => (
          <div key={receipt.round.number} className="space-y-3">
            <Code
              label={text("label", { round: receipt.round.number })}
              note={text("revision", { revision: receipt.revision })}
              code={receipt.receipt}
            />
            <Replaced receipt={receipt} />
          </div>
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
