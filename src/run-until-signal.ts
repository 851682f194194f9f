import type { Log } from "./log.ts";

/** Longest that a stop may take; Slack's own patience is 3 s, so nothing useful runs longer. */
const STOP_LIMIT_MS = 10_000;

/**
 * Starts, waits for SIGINT or SIGTERM, and closes what was started: no new work, then what runs, then the rest. A second signal does not wait.
 * SIGHUP reloads the frameworks.
 */
export async function runUntilSignal(
  start: () => Promise<AsyncDisposable & { reload(): Promise<unknown> }>,
  log: Log,
): Promise<void> {
  const stopping = Promise.withResolvers<string>();
  let signals = 0;

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) {
        log.warn({ signal }, "second signal, leaving at once");
        process.exit(1);
      }
      stopping.resolve(signal);
    });
  }

  await using app = await start();

  process.on("SIGHUP", () => {
    app.reload().catch((error: unknown) => log.error({ error }, "reload failed"));
  });
  log.info({ signal: await stopping.promise }, "stopping");
  setTimeout(() => {
    log.error("stopping took too long, leaving");
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
}
