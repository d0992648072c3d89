"use client";

import { useEffect, useState } from "react";
import { FileLink } from "@/ui/button";
import { Table } from "@/ui/table";

/** The lines that can't be used: the first of them, how many more there are, and all of them as a file. */
export type LeftOut = {
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
  readonly more: string;
  readonly mend: string;
};

type Words = Readonly<Record<"bad" | "line" | "reason" | "download", string>>;

/** Each line that can't be used, with its reason, and all of them as a file to mend. */
export function LeftOutLines({ lines, words }: { lines: LeftOut; words: Words }) {
  const file = useFile(lines.mend);
  if (lines.bad.length === 0) return null;
  return (
    <div className="space-y-3">
      <Table
        caption={words.bad}
        columns={[
          { key: "line", label: words.line },
          { key: "reason", label: words.reason },
        ]}
        rows={lines.bad.map((row) => ({
          key: String(row.line),
          cells: { line: row.line, reason: <span className="[overflow-wrap:anywhere]">{row.reason}</span> },
        }))}
      />
      {lines.more ? <p className="font-sans text-base text-muted">{lines.more}</p> : null}
      {file ? (
        <FileLink href={file} download="lines-to-mend.csv">
          {words.download}
        </FileLink>
      ) : null}
    </div>
  );
}

/** Made in the browser: the server keeps nothing of a file that is only looked at. */
function useFile(text: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (text === "") return setAddress(null);
    const made = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}
