import { EventEmitter } from "node:events";
import net from "node:net";
import tls from "node:tls";

/** Where a database listens. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

type Written = (error?: Error | null) => void;

/**
 * What the database's client gets in place of a socket. postgres.js 3.4 still writes (a ROLLBACK at least) to a
 * connection that it has seen fail or close: that ends the process, leaves queries without an answer for ever, or
 * makes the connection useless (its issues 1154, 1208, 1215). Here a lost connection refuses whatever is still
 * written, until nobody writes any more, and only then says that it is closed.
 */
export class SteadySocket extends EventEmitter {
  readonly host: string;
  readonly port: number;
  #inner: net.Socket;
  #waiting: (() => void)[] | null = [];
  #lost: Error | null = null;
  #written = false;
  #closed = false;

  /** @param security how TLS is asked for, as in a database's address; undefined for none */
  constructor(place: Place, security: string | undefined) {
    super();
    this.host = place.host;
    this.port = place.port;
    this.#inner = net.connect(place.port, place.host);
    this.#watch(this.#inner);
    if (security === undefined) this.#use(this.#inner);
    else this.#secure(this.#inner, security);
  }

  get readyState(): "open" | "closed" {
    return this.#closed ? "closed" : "open";
  }

  write(chunk: Uint8Array, written?: Written): boolean {
    this.#written = true;
    if (this.#lost) return true;
    // A copy that ended on a full buffer leaves the client waiting for answers that it has put on hold itself.
    if (this.#inner.isPaused()) this.#inner.resume();
    if (!this.#waiting) return this.#inner.write(chunk, written);
    this.#waiting.push(() => this.#inner.write(chunk, written));
    return true;
  }

  end(chunk: Uint8Array): void {
    if (!this.#lost) this.#inner.end(chunk);
  }

  destroy(): void {
    this.#inner.destroy();
  }

  pause(): void {
    this.#inner.pause();
  }

  resume(): void {
    this.#inner.resume();
  }

  setKeepAlive(on: boolean, milliseconds: number): void {
    this.#inner.setKeepAlive(on, milliseconds);
  }

  #watch(socket: net.Socket): void {
    socket.on("error", (error) => this.#lose(error));
    socket.on("close", () => this.#lose(closed(this)));
  }

  #use(socket: net.Socket): void {
    this.#inner = socket;
    socket.on("data", (data) => this.emit("data", data));
    socket.on("drain", () => this.emit("drain"));
    for (const write of this.#waiting ?? []) write();
    this.#waiting = null;
  }

  /** Asks the server for TLS first, as PostgreSQL wants it: one byte says whether it can. */
  #secure(plain: net.Socket, security: string): void {
    plain.write(tlsRequest);
    plain.once("data", (answer) => {
      if (answer[0] !== yes && security === "prefer") return this.#use(plain);
      const secured = tls.connect({
        socket: plain,
        rejectUnauthorized: !unverified.has(security),
        ...(net.isIP(this.host) === 0 && { servername: this.host }),
      });
      this.#watch(secured);
      secured.once("secureConnect", () => this.#use(secured));
    });
  }

  #lose(error: Error): void {
    if (this.#lost) return;
    this.#lost = error;
    this.#refuse(error);
  }

  /** Who was refused may write once more at once. The client's own writes come a turn later than it decides on them. */
  #refuse(error: Error): void {
    this.#written = false;
    if (this.listenerCount("error") > 0) this.emit("error", error);
    setImmediate(() =>
      setImmediate(() => {
        if (this.#written) return this.#refuse(error);
        this.#closed = true;
        this.emit("close", false);
      }),
    );
  }
}

const closed = ({ host, port }: Place): Error =>
  Object.assign(new Error(`The connection to the database at ${host}:${port} was closed.`), {
    code: "CONNECTION_CLOSED",
  });

const tlsRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const yes = 83;

/** As the address's sslmode means them: encrypted, whoever the other side is. */
const unverified = new Set(["allow", "prefer", "require"]);
