import { Agent, request } from "node:http";

export interface Measured {
  /** Whole acts a second. */
  readonly perSecond: number;
  /** Milliseconds, from sending a request to the last byte of its answer. */
  readonly p50: number;
  readonly p95: number;
}

/**
 * So many users at once take pieces of work from one pile until it is done, each waiting for their answer before
 * they take the next.
 * @param act does one piece
 */
export async function load<T>(
  users: number,
  pile: readonly T[],
  act: (piece: T) => Promise<void>,
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const user = async () => {
    for (let at = next++; at < pile.length; at = next++) {
      const begun = performance.now();
      await act(pile[at]!);
      times.push(performance.now() - begun);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: users }, user));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: pile.length / seconds, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

export interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly cookie?: string;
  readonly body?: unknown;
}

export interface Answered {
  readonly body: string;
  /** What the answer wants to be sent along with later requests. */
  readonly cookie: string;
}

/** Asks servers on this machine over connections that stay open, as browsers do. */
export function client(port: number): { ask: (asked: Asked) => Promise<Answered>; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    ask: ({ method, path, cookie, body }) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const headers = {
          ...(cookie && { cookie, origin: `http://127.0.0.1:${port}` }),
          ...(text && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
        };
        const asking = request({ agent, host: "127.0.0.1", port, method, path, headers }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            const words = Buffer.concat(chunks).toString("utf8");
            if (answer.statusCode !== 200)
              return reject(new Error(`${method} ${path}: ${answer.statusCode} ${words.slice(0, 300)}`));
            const cookies = (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]);
            resolve({ body: words, cookie: cookies.join("; ") });
          });
        });
        asking.on("error", reject);
        asking.end(text);
      }),
    close: () => agent.destroy(),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
