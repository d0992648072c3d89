"use client";

import text from "./_messages/en/failure.json";

export type FailureProps = { error: Error & { digest?: string }; reset: () => void };

/** What stands where a page failed. It may be all that works, so it needs no server and no catalogue. */
export function Failure({ error, reset }: FailureProps) {
  return (
    <main className="mx-auto max-w-2xl space-y-4 px-4 py-16 sm:px-6">
      <h1>{text.title}</h1>
      <p>{text.text}</p>
      {error.digest ? (
        <p className="font-sans text-sm text-muted">{text.number.replace("{digest}", error.digest)}</p>
      ) : null}
      <button
        type="button"
        onClick={reset}
        className="target cursor-pointer rounded-md border border-accent bg-accent px-4 py-2 font-sans text-base font-medium text-on-accent"
      >
        {text.again}
      </button>
    </main>
  );
}
