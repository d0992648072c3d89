"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forget, kept, keptUnder } from "../../questionnaire/_parts/kept-answers";
import { send } from "../../questionnaire/_parts/send";

/**
 * Whoever left a section before the server had taken its answers has them in this tab only. They are sent here, so
 * that the review shows them, the submission holds them, and nothing stays behind on the device.
 */
export function SendKept({ under }: { under: string }) {
  const router = useRouter();
  useEffect(() => {
    void sendAll(under).then((any) => {
      if (any) router.refresh();
    });
  }, [under, router]);
  return null;
}

async function sendAll(under: string): Promise<boolean> {
  let any = false;
  for (const key of keptUnder(under)) {
    const sent = await send("PUT", "/api/panel/draft", kept(key)?.body);
    if (sent.kind !== "done") continue;
    forget(key);
    any = true;
  }
  return any;
}
