import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { sayer } from "@/app/_server/say";
import type { ItemKind } from "@/delphi/item-kind";
import type { Deviation, Protocol } from "@/delphi/protocol";
import { readProtocol } from "@/delphi/protocol-reading";

/** The declared method in sentences, its digest, and every change to it since the lock. */
export async function MethodText({
  protocol,
  kinds,
  digest,
  file,
  deviations,
}: {
  protocol: Protocol;
  /** Of the study's items. */
  kinds: readonly ItemKind[];
  digest: string | null;
  /** Where the hashed text can be had. */
  file: string;
  deviations: readonly Deviation[];
}) {
  const text = await getTranslations("public.study");
  const say = await sayer();
  const { day } = await dates();
  return (
    <>
      <ul className="list-disc space-y-2 pl-5">
        {readProtocol(protocol, kinds).map((sentence) => {
          const said = say(sentence);
          return <li key={said}>{said}</li>;
        })}
      </ul>
      {digest ? (
        <>
          <Digest label={text("digest")} digest={digest} />
          <p className="font-sans text-sm text-muted">
            {text("digest-how")}{" "}
            <a href={file} download className="link">
              {text("digest-text")}
            </a>
          </p>
          <h3 className="pt-2">{text("deviations")}</h3>
          {deviations.length === 0 ? <p>{text("deviations-none")}</p> : null}
          <ol className="space-y-3">
            {deviations.map((deviation) => (
              <li key={deviation.number}>
                <p>{text("deviation", { number: deviation.number, what: deviation.what })}</p>
                <p className="font-sans text-sm text-muted">
                  {text("deviation-why", { ...deviation, date: day(deviation.date) })}
                </p>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

/** A digest in full, so that it can be compared; it breaks anywhere. */
export const Digest = ({ label, digest }: { label: string; digest: string }) => (
  <p className="font-sans text-sm text-muted">
    {label}
    <br />
    <code className="font-mono break-all text-ink">{digest}</code>
  </p>
);
