import { randomBytes } from "node:crypto";
import { createLocalSlack, type LocalSlack } from "../local-slack/local-slack.ts";
import { brightwater } from "../local-slack/scenario.ts";
import { createApp } from "../src/app.ts";
import { type Config, readConfig } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";
import { createLog } from "../src/log.ts";
import { runUntilSignal } from "../src/run-until-signal.ts";
import { manifest } from "../src/slack/manifest/manifest.ts";
import { createPage } from "./serve-page.ts";

/** First port that the page tries; the next twenty follow when it is taken. */
const FIRST_PORT = 4400;
const TRIES = 20;

export interface PlaygroundOptions {
  /** `socket`: the bot connects by Socket Mode instead of being sent signed requests. */
  readonly transport?: "http" | "socket";
}

/** The real bot beside a local Slack, with a page to act in it. Loopback only; never in production. */
export async function runPlayground({ transport = "http" }: PlaygroundOptions = {}): Promise<void> {
  const config = readConfig();

  if (process.env["NODE_ENV"] === "production") {
    throw new ConfigError([
      "There is no Slack token, and the playground does not run with NODE_ENV=production. Set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET (see .env.example).",
    ]);
  }

  const log = createLog(config.logLevel === "info" ? "warn" : config.logLevel);

  await runUntilSignal(async () => {
    const playground = await openPlayground(config, transport);

    process.stdout.write(
      `\n  Progression is running on a Slack of this machine.\n\n  Open ${playground.url}\n\n  Frameworks: ${config.frameworksDir}/ (edit a file and ask again). Stop with Ctrl+C.\n\n`,
    );
    return playground;
  }, log);
}

export interface Playground extends AsyncDisposable {
  readonly url: string;
  readonly slack: LocalSlack;
  reload(): Promise<unknown>;
}

/** Everything that `runPlayground` starts; tests and the gallery use it with a port of their own. */
export async function openPlayground(
  config: Config,
  transport: "http" | "socket" = "http",
  firstPort = FIRST_PORT,
): Promise<Playground> {
  await using opening = new AsyncDisposableStack();
  const log = createLog(config.logLevel === "info" ? "warn" : config.logLevel);
  const page = await createPage();
  const secrets = {
    signingSecret: randomBytes(16).toString("hex"),
    botToken: `xoxb-playground-${randomBytes(8).toString("hex")}`,
    appToken: `xapp-playground-${randomBytes(8).toString("hex")}`,
  };
  const app = manifest({});
  let botPort = 0;
  const slack = opening.use(
    await onFreePort(firstPort, (port) =>
      createLocalSlack({
        ...secrets,
        scenario: brightwater,
        botUrl: () => `http://127.0.0.1:${botPort}/slack/events`,
        scopes: app.oauth_config.scopes.bot,
        commands: app.features.slash_commands.map((command) => ({
          command: command.command,
          description: command.description,
          usageHint: command.usage_hint ?? "",
        })),
        shortcuts: [],
        transport,
        port,
        mount: (request, response) => page.handle(request, response),
      }),
    ),
  );
  const bot = opening.use(
    await createApp(
      {
        ...config,
        host: "127.0.0.1",
        port: 0,
        slack: {
          apiUrl: slack.apiUrl,
          botToken: secrets.botToken,
          ...(transport === "http"
            ? { transport, signingSecret: secrets.signingSecret }
            : { transport, appToken: secrets.appToken }),
        },
      },
      { log },
    ),
  );

  botPort = bot.port;

  const owned = opening.move();

  return { url: slack.url, slack, reload: bot.reload, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function onFreePort<T>(first: number, open: (port: number) => Promise<T>): Promise<T> {
  for (let port = first; ; port += 1) {
    try {
      return await open(port);
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";

      if (!taken || first === 0 || port >= first + TRIES) {
        throw error;
      }
    }
  }
}
