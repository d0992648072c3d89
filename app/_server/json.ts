import { getTranslations } from "next-intl/server";
import type { Actor } from "@/db/actor";
import { NotFound } from "@/db/run";
import { type Refusal, type Result, refused } from "@/delphi/result";
import { reachedAction } from "./calls";
import { isForeign } from "./origin";
import { asksTooOften } from "./pace";

/** Far more than any questionnaire; what is longer is not read to its end. */
const LONGEST_BODY = 256 * 1024;

/** What each refusal is in HTTP; any other could not be done as things stand. */
const STATUS: Readonly<Record<string, number>> = {
  "not-json": 400,
  "invalid-input": 400,
  "no-session": 401,
  "foreign-origin": 403,
  "link-unknown": 404,
  "not-found": 404,
  "body-too-large": 413,
  "body-not-json": 415,
  "answers-refused": 422,
  "nothing-answered": 422,
  "too-many-attempts": 429,
};

/** A JSON answer of a person's own: no cache keeps it. */
const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });

/** A refusal as JSON: its name, its sentence, and the places where something is wrong. */
export async function jsonRefusal({ refusal, detail, problems }: Refusal): Promise<Response> {
  const sentence = await getTranslations("refusals");
  const known = sentence.has(refusal) ? refusal : "unknown";
  const body = { error: refusal, message: sentence(known, { ...detail }), problems: problems ?? [] };
  return json(body, STATUS[refusal] ?? 409);
}

/**
 * The one shape of a JSON route that writes: body → command → answer. The command parses what it is given, so
 * the body may be anything. Whatever is missing or forbidden is refused as `missing`.
 */
export function jsonRoute<I, T>(spec: {
  readonly missing: "no-session" | "link-unknown";
  readonly actor: () => Promise<Actor>;
  readonly command: (actor: Actor, input: I) => Promise<Result<T>>;
}): (request: Request) => Promise<Response> {
  return (request) => {
    // What fails from here on is our fault and no caller's: a script has to know that it may try again.
    reachedAction(request.headers);
    return jsonAnswer(spec.missing, async () => {
      const actor = await spec.actor();
      if (asksTooOften(actor)) return refused("too-many-attempts", { minutes: 1 });
      const body = await readJson(request);
      return body.ok ? spec.command(actor, body.value as I) : body;
    });
  };
}

/** What `run` comes to, as JSON. */
export async function jsonAnswer<T>(
  missing: "no-session" | "link-unknown",
  run: () => Promise<Result<T>>,
): Promise<Response> {
  try {
    const result = await run();
    return result.ok ? json(result.value) : await jsonRefusal(result);
  } catch (error) {
    if (error instanceof NotFound) return jsonRefusal(refused(missing));
    throw error;
  }
}

/** The body of a mutating request of our own pages or of a script, unless it comes from a foreign page. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  if (isForeign(request.headers)) return refused("foreign-origin");
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) return refused("body-not-json");
  const bytes = await readBytes(request);
  if (!bytes) return refused("body-too-large", { kilobytes: LONGEST_BODY / 1024 });
  try {
    return { ok: true, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return refused("not-json");
  }
}

/** Null once the body is longer than it may be, whatever its headers said. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST_BODY) return null;
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > LONGEST_BODY) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
