/**
 * Closes things before Ctrl-C or a service manager ends the process. Pressed again, Ctrl-C ends it at once.
 * @param exitCode 0 for what runs until it is stopped, 130 for what was interrupted
 * @returns takes it back
 */
export function onSignal(close: () => Promise<void>, exitCode: 0 | 130): () => void {
  let began: number | undefined;
  const begin = async () => {
    if (began !== undefined) return;
    began = Date.now();
    await close().catch((error: unknown) => console.error(error));
    process.exit(exitCode);
  };
  const handle = () => {
    // The same Ctrl-C may arrive twice, from the terminal and passed on by the program in between.
    if (began !== undefined && Date.now() - began > 1000) process.exit(exitCode);
    void begin();
  };
  for (const signal of signals) process.on(signal, handle);
  const watch = watchShell(begin);
  return () => {
    for (const signal of signals) process.off(signal, handle);
    clearInterval(watch);
  };
}

/** A signal sent to npm ends the shell between npm and this process, and nobody tells this process. */
function watchShell(begin: () => Promise<void>): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    void begin();
  }, 200);
  return watch.unref();
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
