const SAME_MOMENT_MS = 500;

/** Calls `listener` whenever a person or the system asks this process to end. */
export function onStopAsked(listener: () => void): void {
  let last = Number.NEGATIVE_INFINITY;
  const ask = () => {
    // npm passes on the Ctrl-C that the terminal has already sent us: two signals, one wish.
    const isEcho = performance.now() - last < SAME_MOMENT_MS;
    last = performance.now();
    if (!isEcho) listener();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  watchParent(ask);
}

// The shell between npm and us dies of SIGTERM without a word; a new parent is how we learn of it.
function watchParent(ask: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ask();
  }, 500);
  watch.unref();
}
