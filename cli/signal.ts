/**
 * Closes things before Ctrl-C or a service manager ends the process. A second signal ends it at once.
 * @param exitCode 0 for what runs until it is stopped, 130 for what was interrupted
 * @returns takes it back
 */
export function onSignal(close: () => Promise<void>, exitCode: 0 | 130): () => void {
  let closing = false;
  const handle = async () => {
    if (closing) process.exit(exitCode);
    closing = true;
    await close().catch((error: unknown) => console.error(error));
    process.exit(exitCode);
  };
  for (const signal of signals) process.on(signal, handle);
  const watch = watchShell(handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
    clearInterval(watch);
  };
}

/** A signal sent to npm ends the shell between npm and this process, and nobody tells this process. */
function watchShell(handle: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    handle();
  }, 200);
  return watch.unref();
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
