import { Agent, request } from "node:http";

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** What the answer wants to be sent along with later requests. */
  readonly cookies: string;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
let asked = 0;

/** How many requests this file of tests has made. */
export const requestsMade = (): number => asked;

/** One request, its headers exactly as given: fetch would drop or mend some of them. Redirects are not followed. */
export function ask(url: string, place: string, given: Asked = {}): Promise<Answered> {
  const { method = "GET", headers = {}, json } = given;
  const body = json === undefined ? given.body : JSON.stringify(json);
  asked += 1;
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asking = request(
      {
        agent,
        hostname,
        port,
        method,
        path: place,
        headers: {
          ...(json !== undefined && { "content-type": "application/json" }),
          ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString("utf8"),
            cookies: (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; "),
            milliseconds: performance.now() - begun,
          }),
        );
      },
    );
    asking.on("error", reject);
    asking.end(body);
  });
}

/** Calls a server action as our own script does: the arguments of useActionState, the second a form. */
export function actionCall(id: string, fields: Readonly<Record<string, string>>, headers: object): Asked {
  const boundary = "----tholos";
  const parts = [...Object.entries(fields).map(([name, text]) => [`1_${name}`, text]), ["0", '[null,"$K1"]']];
  const body = parts
    .map(
      ([name, text]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
    )
    .join("");
  return {
    method: "POST",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "next-action": id,
      accept: "text/x-component",
      ...(headers as Record<string, string>),
    },
    body: `${body}--${boundary}--\r\n`,
  };
}
