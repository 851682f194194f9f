import { type Config, readConfig } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";
import { createLog } from "../src/log.ts";
import { runUntilSignal } from "../src/run-until-signal.ts";
import { openPlayground } from "./open-playground.ts";
import { playgroundConfig } from "./playground-config.ts";
import { loadSample } from "./sample/load-sample.ts";
import { createPage } from "./serve-page.ts";

/** The playground with its page, until it is stopped. Throws ConfigError in production, where a missing token is a mistake. */
export async function runPlayground(transport: "http" | "socket" = "http"): Promise<void> {
  const config = readConfig();

  if (process.env["NODE_ENV"] === "production") {
    throw new ConfigError([
      "There is no Slack token, and the playground does not run with NODE_ENV=production. Set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET (see .env.example).",
    ]);
  }

  const log = createLog(config.logLevel === "info" ? "warn" : config.logLevel);

  await runUntilSignal(() => open(config, transport, log), log);
}

async function open(config: Config, transport: "http" | "socket", log: ReturnType<typeof createLog>) {
  const page = await createPage();
  const { bot, slack, ...playground } = await openPlayground({
    config: playgroundConfig(config),
    log,
    transport,
    port: config.playgroundPort,
    fill: (bot) => loadSample(bot, Date.now()),
    slack: { mount: (request, response) => page.handle(request, response) },
  });

  process.stdout.write(
    `\n  Progression is running on a Slack of this machine.\n\n  Open ${slack.url}\n\n  The frameworks are in ${config.frameworksDir}/: edit a file and ask again. Stop with Ctrl+C.\n\n`,
  );
  return { ...playground, reload: bot.reload };
}
