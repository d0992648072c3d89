import type { Check, Report } from "@/delphi/verification/report";
import { Notice } from "@/ui/notice";
import type { Verified } from "./actions";

/** The page's words, handed down by the server: a report is made by an action and shown in the browser. */
export type ReportWords = Readonly<
  Record<
    | "allHold"
    | "holdsText"
    | "notAll"
    | "failsText"
    | "published"
    | "elsewhere"
    | "unreadable"
    | "known"
    | "knownGo"
    | "unknown"
    | "unknownText"
    | "noDigest"
    | "checks"
    | "notRecomputable"
    | "notRecomputableText"
    | "removed"
    | Check["state"],
    string
  >
>;

type Words = { readonly words: ReportWords };

/** What was found about a bundle or a digest. */
export function VerifiedReport({ state, words }: { state: NonNullable<Verified> } & Words) {
  if (state.kind === "no-digest") return <Notice kind="caution" title={words.noDigest} />;
  if (state.kind === "unreadable")
    return (
      <Notice kind="caution" title={words.unreadable}>
        <p>{state.why}</p>
      </Notice>
    );
  if (state.kind === "unknown")
    return (
      <Notice kind="caution" title={words.unknown}>
        <p>{words.unknownText}</p>
      </Notice>
    );
  if (state.kind === "known")
    return (
      <Notice kind="success" title={words.known}>
        <p>
          <a className="link" href={`/studies/${state.slug}/editions/${state.number}`}>
            {state.title} · {words.knownGo} {state.number}
          </a>
        </p>
      </Notice>
    );
  return <Whole report={state.report} known={state.known} words={words} />;
}

function Whole({ report, known, words }: { report: Report; known: boolean } & Words) {
  const { holds, checks, notRecomputable, removed, study, edition } = report;
  return (
    <div className="space-y-8">
      <Notice kind={holds ? "success" : "caution"} title={holds ? words.allHold : words.notAll}>
        <p>
          {study ? `${study}, ${words.knownGo} ${edition}. ` : null}
          {holds ? words.holdsText : words.failsText} {known ? words.published : words.elsewhere}
        </p>
      </Notice>
      <section>
        <h2 className="text-xl">{words.checks}</h2>
        <ul className="mt-3">
          {checks.map((check) => (
            <CheckLine key={check.name} check={check} words={words} />
          ))}
        </ul>
      </section>
      {notRecomputable.length > 0 ? <NotRecomputable list={notRecomputable} words={words} /> : null}
      {removed.length > 0 ? (
        <section>
          <h2 className="text-xl">{words.removed}</h2>
          <ul className="mt-3 space-y-2 font-sans text-sm">
            {removed.map(({ digest, on, reason }) => (
              <li key={digest}>
                <code className="font-mono break-all">{digest}</code>
                <br />
                {on}: {reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const SIGNS = { holds: "✓", fails: "✗", "not-checked": "–" } as const;

function CheckLine({ check: { state, says, faults }, words }: { check: Check } & Words) {
  return (
    <li className="border-t border-line py-3 sm:grid sm:grid-cols-[8rem_minmax(0,1fr)]">
      <p className={`font-sans text-base font-medium ${state === "fails" ? "text-caution" : "text-muted"}`}>
        <span aria-hidden="true">{SIGNS[state]} </span>
        {words[state]}
      </p>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p>{says}</p>
        {faults.length > 0 ? (
          <ul className="mt-2 list-disc space-y-1 pl-5 font-sans text-sm text-caution">
            {faults.slice(0, 20).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

function NotRecomputable({ list, words }: { list: Report["notRecomputable"] } & Words) {
  const reasons = [...new Set(list.map(({ reason }) => reason))];
  return (
    <section>
      <h2 className="text-xl">{words.notRecomputable}</h2>
      <p className="mt-2">{words.notRecomputableText}</p>
      <dl className="mt-3 space-y-3 font-sans text-sm">
        {reasons.map((reason) => (
          <div key={reason}>
            <dt className="font-medium">{reason}</dt>
            <dd className="text-muted [overflow-wrap:anywhere]">
              {list
                .filter((one) => one.reason === reason)
                .map(({ figure }) => figure)
                .join(" · ")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
