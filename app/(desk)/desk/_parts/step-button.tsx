import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Progress } from "@/db/queries/progress";
import { isStrict } from "@/delphi/protocol";
import { ButtonLink, type ButtonLook } from "@/ui/button";
import { unscheduleAction } from "../studies/[slug]/rounds/actions";
import { concludeAction, inviteAction, remindAction } from "./acts";
import { CloseRound } from "./close-round";
import { Confirm } from "./confirm";
import type { Step } from "./next-step";

type Props = { step: Step; look: ButtonLook; study: DeskStudy; progress: Progress };

/** The button of one step: a link where there is something to choose first, a question where there is not. */
export async function StepButton({ step, look, study, progress }: Props) {
  const t = await getTranslations("desk.act");
  const base = `/desk/studies/${study.slug}` as const;
  const n = {
    people: progress.waiting,
    left: progress.round?.left ?? 0,
  };
  const asked = { hidden: { study: study.slug }, look, cancel: t("cancel") };
  switch (step) {
    case "wait":
    case "scheduled":
      return null;
    case "unschedule":
      return (
        <Confirm
          {...asked}
          action={unscheduleAction}
          open={t("unschedule.open")}
          title={t("unschedule.title", { round: study.rounds.length + 1 })}
          what={t("unschedule.what")}
          confirm={t("unschedule.confirm")}
        />
      );
    case "write-items":
      return (
        <ButtonLink href={`${base}/design`} look={look}>
          {t("write-items")}
        </ButtonLink>
      );
    case "fit-rules":
      return (
        <ButtonLink href={`${base}/design/protocol`} look={look}>
          {t("fit-rules")}
        </ButtonLink>
      );
    case "import-panel":
      return (
        <ButtonLink href={`${base}/panel`} look={look}>
          {t("import-panel")}
        </ButtonLink>
      );
    case "open":
      return (
        <ButtonLink href={`${base}/rounds/open`} look={look}>
          {t("prepare", { round: study.rounds.length + 1 })}
        </ButtonLink>
      );
    case "moderate":
      return (
        <ButtonLink href={`${base}/moderation`} look={look}>
          {t("moderate", { texts: progress.waitingTexts })}
        </ButtonLink>
      );
    case "publish":
      return (
        <ButtonLink href={`${base}/publication`} look={look}>
          {t("go-publish", { edition: study.editions.length + 1 })}
        </ButtonLink>
      );
    case "look":
      return (
        <ButtonLink href={`/studies/${study.slug}/results`} look={look}>
          {t("look")}
        </ButtonLink>
      );
    case "invite":
      return (
        <Confirm
          {...asked}
          action={inviteAction}
          open={t("invite.open", n)}
          title={t("invite.title", n)}
          what={t("invite.what", n)}
          confirm={t("invite.confirm", n)}
        />
      );
    case "remind":
      return (
        <Confirm
          {...asked}
          action={remindAction}
          open={t("remind.open")}
          title={t("remind.title", n)}
          what={t(isStrict(study) ? "remind.what-strict" : "remind.what", n)}
          confirm={t("remind.confirm")}
        />
      );
    case "conclude":
      return (
        <Confirm
          {...asked}
          action={concludeAction}
          open={t("conclude.open")}
          title={t("conclude.title")}
          what={t("conclude.what")}
          confirm={t("conclude.confirm")}
        />
      );
    case "close":
      return <CloseRound study={study} submitted={progress.round?.submitted ?? 0} look={look} />;
  }
}
