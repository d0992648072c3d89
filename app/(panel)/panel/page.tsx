import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type ExpertInvitation, expertInvitation } from "@/db/queries/invitation";
import { type LockedProtocol, panelsProtocol } from "@/db/queries/locked-protocol";
import { Button, ButtonLink } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { consentAction, leaveAction } from "../_parts/actions";
import { AskingForm } from "../_parts/asking-form";
import { ownPage } from "../_parts/own-page";
import { OwnReasons } from "../_parts/own-reasons";
import { PanelFrame } from "../_parts/panel-frame";
import { Reworded } from "../_parts/reworded";
import { Standing } from "../_parts/standing";
import { Terms } from "../_parts/terms";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.frame");
  return { title: text("overview"), robots: { index: false } };
}

/** The expert's first page: before consent what they agree to, afterwards where they stand. */
export default async function PanelPage() {
  const [invitation, locked] = await ownPage((seat) =>
    Promise.all([expertInvitation(seat, {}), panelsProtocol(seat, {})]),
  );
  const { title } = invitation.content;
  const text = await getTranslations("panel.start");
  return (
    <PanelFrame study={{ ...invitation, title }} current="overview" foot={<Leave />}>
      <div className="max-w-measure space-y-10">
        <header className="space-y-4">
          {invitation.consented ? null : (
            <p className="font-sans text-base text-muted">{text("invitation", { title })}</p>
          )}
          <h1>{invitation.content.question}</h1>
        </header>
        <RunElsewhere invitation={invitation} />
        {invitation.consented ? (
          <Agreed {...{ invitation, locked }} />
        ) : (
          <Invited {...{ invitation, locked }} />
        )}
      </div>
    </PanelFrame>
  );
}

/** Whoever took part in a round that was run elsewhere would look for their answers here. */
async function RunElsewhere({ invitation: { rounds } }: { invitation: ExpertInvitation }) {
  const text = await getTranslations("panel.start.elsewhere");
  const last = rounds.filter(({ imported }) => imported !== null).length;
  if (last === 0) return null;
  return <Notice title={text("title", { last })}>{text("text", { last })}</Notice>;
}

type Own = { readonly invitation: ExpertInvitation; readonly locked: LockedProtocol };

async function Invited({ invitation, locked }: Own) {
  const text = await getTranslations("panel.start");
  return (
    <>
      <Terms invitation={invitation} locked={locked} />
      {invitation.rounds.length === 0 ? (
        <Notice title={text("not-open.title")}>{text("not-open.text")}</Notice>
      ) : (
        <section className="space-y-4 border-t border-ink pt-6">
          <h2 className="text-xl">{text("consent")}</h2>
          <p>{text("consent-text")}</p>
          <AskingForm action={consentAction}>
            <Button>{text("agree")}</Button>
          </AskingForm>
        </section>
      )}
      {invitation.positions > 0 ? <Positions /> : null}
      <Questions />
    </>
  );
}

async function Agreed({ invitation, locked }: Own) {
  const text = await getTranslations("panel.start");
  return (
    <>
      <Reworded round={invitation.rounds.length} reworded={invitation.reworded} />
      <Standing invitation={invitation} />
      {invitation.rounds.some(({ state, imported }) => state === "closed" && !imported) ? (
        <LetterLink />
      ) : null}
      {locked ? <OwnReasons minimumGroup={locked.protocol.minimumGroup} /> : null}
      {invitation.positions > 0 ? <Positions /> : null}
      <Questions />
      <Disclosure summary={text("terms")}>
        <Terms invitation={invitation} locked={locked} />
      </Disclosure>
      <ButtonLink href="/panel/withdraw" look="quiet" className="-ml-4">
        {text("withdraw")}
      </ButtonLink>
    </>
  );
}

/** A way on from here, with a line about where it leads. */
const Way = ({ text, href, label }: { text: string; href: Route; label: string }) => (
  <section className="space-y-2">
    <p className="text-base text-muted">{text}</p>
    <ButtonLink href={href} look="quiet" className="-ml-4">
      {label}
    </ButtonLink>
  </section>
);

async function LetterLink() {
  const text = await getTranslations("panel.letter");
  return <Way text={text("link-text")} href="/panel/letter" label={text("link")} />;
}

async function Questions() {
  const text = await getTranslations("panel.questions");
  return <Way text={text("link-text")} href="/panel/questions" label={text("link")} />;
}

async function Positions() {
  const text = await getTranslations("panel.start");
  return <Way text={text("positions-text")} href="/panel/positions" label={text("positions")} />;
}

async function Leave() {
  const text = await getTranslations("panel.frame");
  return (
    <form action={leaveAction}>
      <Button look="quiet" className="-mr-4">
        {text("leave")}
      </Button>
    </form>
  );
}
