import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { createLog, type Log } from "./log.ts";
import { runUntilSignal } from "./run-until-signal.ts";

/** Exit codes: 0 stopped as asked, 1 the world is broken, 2 wrong configuration. */
async function main(): Promise<void> {
  const strict = process.argv.includes("--strict");

  try {
    const config = readConfig();
    const { slack } = config;

    if (slack === null) {
      const { runPlayground } = await import("../playground/run.ts");

      await runPlayground();
      return;
    }

    const log = createLog(config.logLevel);

    leaveOnDefect(log);
    await runUntilSignal(() => createApp({ ...config, slack }, { log, strict }), log);
  } catch (error) {
    process.exitCode = error instanceof ConfigError ? 2 : 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** A rejection that nobody handled means that the state is unknown: say so, and let the supervisor start a fresh process. */
function leaveOnDefect(log: Log): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error) => {
      log.fatal({ error }, "unhandled defect, leaving");
      process.exit(1);
    });
  }
}

await main();
