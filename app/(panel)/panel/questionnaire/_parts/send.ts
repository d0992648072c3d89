/** What came of a request: done, refused with a sentence, or no answer from the server. */
export type Sent =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "away" };

/** A network that swallows everything gives no answer for minutes; whatever is sent here may be sent twice. */
const PATIENCE = 20_000;

/** Sends JSON to one of our own routes. An answer that is no JSON comes from something in between. */
export async function send(
  method: "PUT" | "POST",
  url: string,
  body: unknown,
  keepalive = false,
): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method,
      keepalive,
      signal: AbortSignal.timeout(PATIENCE),
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: "done" };
    if (response.status >= 500) return { kind: "away" };
    const { message } = (await response.json()) as { message: string };
    return { kind: "refused", message };
  } catch {
    return { kind: "away" };
  }
}

/** Until the next try, in milliseconds: 2, 4, 8, 16 and then every 30 seconds. */
export const pause = (tries: number): number => Math.min(2 ** tries * 1000, 30_000);
