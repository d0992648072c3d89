/** Things that were opened one after another, to be closed in the opposite order, also in the middle of opening. */
export interface Closing {
  /** Opens one thing and remembers how to close it. Once everything closes, nothing more is opened. */
  readonly open: <T>(begin: () => Promise<T>, close?: (opened: T) => Promise<void>) => Promise<T>;
  /** Aborted as soon as everything closes. */
  readonly ending: AbortSignal;
  /** Waits for what is just being opened, then closes everything. Later calls wait for the first. */
  readonly close: () => Promise<void>;
}

export function closing(): Closing {
  const closers: (() => Promise<void>)[] = [];
  const ending = new AbortController();
  let opening: Promise<unknown> = Promise.resolve();
  let closed: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    ending.abort();
    await opening.catch(() => {});
    for (const close of closers.reverse()) await close().catch((error: unknown) => console.error(error));
  }

  return {
    ending: ending.signal,
    open: async (begin, close) => {
      if (ending.signal.aborted) return new Promise(() => {});
      const begun = begin();
      opening = begun.then((opened) => {
        if (close) closers.push(() => close(opened));
      });
      await opening;
      return begun;
    },
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}
