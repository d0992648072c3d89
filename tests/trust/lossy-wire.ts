import net from "node:net";

export interface LossyWire {
  /** The database's address through the wire. */
  readonly url: string;
  /** Cuts the connection of whoever commits next: it is done, and the answer is lost on the way. */
  readonly loseNextCommit: () => void;
  readonly close: () => Promise<void>;
}

/** A wire between the app and its database that can be cut at the worst moment. */
export async function lossyWire(databaseUrl: string): Promise<LossyWire> {
  const { hostname, port } = new URL(databaseUrl);
  let losing = false;
  const ends = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    for (const end of [near, far]) ends.add(end.on("error", () => end.destroy()));
    near.pipe(far);
    far.on("data", (words) => {
      if (!losing || !words.includes("COMMIT\0")) return void near.write(words);
      losing = false;
      near.destroy();
      far.destroy();
    });
    far.on("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as net.AddressInfo).port);
  return {
    url: url.href,
    loseNextCommit: () => {
      losing = true;
    },
    close: async () => {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
