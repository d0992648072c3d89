"use client";

import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

/** Asks once, then hands the file over: whoever has it can answer in these people's place. */
export function HandOutLinks({
  study,
  words,
}: {
  study: string;
  words: Readonly<Record<"open" | "title" | "what" | "csv" | "xlsx" | "cancel", string>>;
}) {
  return (
    <Dialog trigger={words.open} title={words.title} description={words.what} close={words.cancel}>
      {(["csv", "xlsx"] as const).map((format) => (
        <form
          key={format}
          method="post"
          encType="multipart/form-data"
          action={`/desk/studies/${study}/panel/links`}
        >
          <input type="hidden" name="format" value={format} />
          <Button
            look={format === "csv" ? "primary" : "secondary"}
            onClick={(event) => event.currentTarget.closest("dialog")?.close()}
          >
            {words[format]}
          </Button>
        </form>
      ))}
    </Dialog>
  );
}
