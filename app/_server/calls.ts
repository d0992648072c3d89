import type { IncomingMessage, ServerResponse } from "node:http";

const NAME = "x-tholos-call";
let last = 0;

/**
 * A call of an action that the framework can't even read is the caller's fault and not ours: it answers 400 instead
 * of 500. What fails after it reached an action of ours stays an error.
 */
export function blameCaller(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers[NAME];
  if (request.method !== "POST") return;
  last += 1;
  const call = String(last);
  request.headers[NAME] = call;
  const write = response.writeHead;
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const ours = reached().delete(call);
    return Reflect.apply(write, this, [status === 500 && !ours ? 400 : status, ...rest]) as ServerResponse;
  } as ServerResponse["writeHead"];
}

/** Says that a request has reached an action of ours. */
export function reachedAction(headers: Headers): void {
  const call = headers.get(NAME);
  if (call) reached().add(call);
}

// On globalThis: the framework loads this file once for the server and once for its pages.
const key = Symbol.for("tholos.calls");
const store = globalThis as typeof globalThis & { [key]?: Set<string> };
function reached(): Set<string> {
  store[key] ??= new Set();
  return store[key];
}
