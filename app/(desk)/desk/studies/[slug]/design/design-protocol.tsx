import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { sayer } from "@/app/_server/say";
import { Digest } from "@/app/(public)/_frame/method-text";
import type { DeskStudy } from "@/db/queries/desk-study";
import { protocolProblems } from "@/delphi/protocol-problems";
import { readProtocol } from "@/delphi/protocol-reading";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { progressOf } from "../../../_parts/desk-data";
import { ChanceByLuck } from "./chance-by-luck";
import { mayEdit } from "./may-edit";

/** The declared method in plain sentences, and every departure from it since the lock. */
export async function DesignProtocol({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.protocol");
  const say = await sayer();
  const { day } = await dates();
  return (
    <section className="space-y-4" id="protocol">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h3 className="text-xl">{t("title")}</h3>
        {mayEdit(study) ? (
          <ButtonLink href={`/desk/studies/${study.slug}/design/protocol`} look="secondary">
            {t("edit")}
          </ButtonLink>
        ) : null}
      </div>
      {study.lockedAt ? null : <Problems study={study} />}
      <ul className="max-w-measure list-disc space-y-1 pl-5">
        {readProtocol(
          study.protocol,
          study.items.map(({ kind }) => kind),
        ).map((one) => {
          const sentence = say(one);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
      {mayEdit(study) ? <ChanceByLuck study={study} /> : null}
      {study.protocolDigest ? (
        <>
          <Digest label={t("digest")} digest={study.protocolDigest} />
          <p className="max-w-measure font-sans text-sm text-muted">
            {t("digest-how")}{" "}
            <a href={`/desk/studies/${study.slug}/protocol.json`} download className="link">
              {t("digest-text")}
            </a>
          </p>
        </>
      ) : null}
      {study.deviations.length > 0 ? (
        <>
          <h4 className="text-lg">{t("deviations")}</h4>
          <ol className="max-w-measure space-y-3">
            {study.deviations.map((deviation) => (
              <li key={deviation.number}>
                <p>{t("deviation", { number: deviation.number, what: deviation.what })}</p>
                <p className="text-base text-muted">
                  {t("because", { reason: deviation.reason, date: day(deviation.date) })}
                </p>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

/** What could not work with the items and the people on the roll now; round 1 can't open before it is put right. */
async function Problems({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.protocol");
  const { people } = await progressOf(study.slug);
  const problems = protocolProblems(study.protocol, study.items, people || null);
  if (problems.length === 0) return null;
  return (
    <Notice kind="caution" title={t("does-not-work")}>
      <ul className="list-disc space-y-1 pl-5 text-sm">
        {problems.map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
