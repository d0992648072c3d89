import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { expertInvitation } from "@/db/queries/invitation";
import { isStrict } from "@/delphi/protocol";
import { Button, ButtonLink } from "@/ui/button";
import { AskingForm } from "../../_parts/asking-form";
import { ownPage } from "../../_parts/own-page";
import { PanelFrame } from "../../_parts/panel-frame";
import { withdrawAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.withdraw");
  return { title: text("title"), robots: { index: false } };
}

/** What withdrawing takes back now and what it no longer can, and the one button that does it. */
export default async function WithdrawPage() {
  const { content, simulated, positions, rounds, severed, protocol } = await ownPage((seat) =>
    expertInvitation(seat, {}),
  );
  const text = await getTranslations("panel.withdraw");
  const open = rounds.find((round) => round.state === "open");
  const closed = rounds.filter((round) => round.state === "closed").length;
  return (
    <PanelFrame study={{ title: content.title, simulated, positions }}>
      <div className="max-w-measure space-y-6">
        <h1>{text("title")}</h1>
        <ul className="list-disc space-y-2 pl-5">
          {open ? <li>{text("open", { round: open.number })}</li> : null}
          {closed > 0 ? <li>{text("texts")}</li> : null}
          {closed > 0 ? <li>{text("closed", { rounds: closed })}</li> : null}
          {open ? <li>{text("receipt")}</li> : null}
          <li>
            {text(severed ? "severed" : isStrict({ simulated, protocol }) ? "unknown-strict" : "unknown")}
          </li>
        </ul>
        <p>{text(open ? "return-open" : "return")}</p>
        <AskingForm action={withdrawAction} className="flex flex-wrap gap-3">
          <Button look="danger">{text("act")}</Button>
          <ButtonLink href="/panel" look="secondary">
            {text("cancel")}
          </ButtonLink>
        </AskingForm>
        {severed ? null : <p className="text-base text-muted">{text("person")}</p>}
      </div>
    </PanelFrame>
  );
}
