import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MethodText } from "@/app/(public)/_frame/method-text";
import type { ExpertInvitation } from "@/db/queries/invitation";
import type { LockedProtocol } from "@/db/queries/locked-protocol";
import { Disclosure } from "@/ui/disclosure";
import { Asked } from "./asked";
import { AudienceList } from "./audience";
import { Rounds } from "./rounds";

/** What an expert agrees to: the purpose, the perspective, the time it takes, the rounds, who can see what. */
export async function Terms({
  invitation,
  locked,
}: {
  invitation: ExpertInvitation;
  locked: LockedProtocol;
}) {
  const text = await getTranslations("panel.start");
  const { content, rounds, protocol, audience, items, minutes } = invitation;
  return (
    <div className="space-y-12">
      {content.background || content.organiser || content.contact ? (
        <Chapter title={text("purpose")}>
          {content.background ? <p>{content.background}</p> : null}
          <p>
            {content.organiser ? `${text("organiser", { organiser: content.organiser })} ` : null}
            {content.contact ? text("contact", { contact: content.contact }) : null}
          </p>
        </Chapter>
      ) : null}
      {content.perspective ? (
        <Chapter title={text("perspective")}>
          <p>{content.perspective}</p>
        </Chapter>
      ) : null}
      {invitation.again ? (
        <Chapter title={text("again")}>
          <p>{text("again-text")}</p>
        </Chapter>
      ) : null}
      <Chapter title={text("asked")}>
        <Asked items={items} minutes={minutes} begun={rounds.length > 0} />
      </Chapter>
      <Chapter title={text("dates")}>
        <p>{text("dates-text", { rounds: protocol.rounds })}</p>
        <Rounds {...invitation} />
      </Chapter>
      {locked ? (
        <Chapter title={text("rules")}>
          <p>{text("rules-text")}</p>
          <Disclosure summary={text("rules-all", { changes: locked.deviations.length })}>
            <MethodText {...locked} file="/panel/protocol.json" />
          </Disclosure>
        </Chapter>
      ) : null}
      <Chapter title={text("audience")}>
        <p>{text(rounds.length > 0 ? "audience-text" : "audience-draft")}</p>
        <AudienceList
          facts={audience}
          minimumGroup={protocol.minimumGroup}
          severAfterDays={protocol.severAfterDays}
        />
        <p>
          <Link href="/privacy">{text("privacy")}</Link>
        </p>
      </Chapter>
    </div>
  );
}

const Chapter = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="prose">
    <h2 className="text-xl">{title}</h2>
    {children}
  </section>
);
