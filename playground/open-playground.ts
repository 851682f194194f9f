import { randomBytes } from "node:crypto";
import { brightwater } from "../local-slack/brightwater.ts";
import { createLocalSlack, type LocalSlack, type LocalSlackOptions } from "../local-slack/local-slack.ts";
import { type App, createApp } from "../src/app.ts";
import type { Config } from "../src/config.ts";
import type { Log } from "../src/log.ts";
import { manifest } from "../src/slack/manifest/manifest.ts";
import { createPlaygroundClock, type PlaygroundClock, type Reminded, walk, whereTo } from "./clock.ts";

export interface Playground extends AsyncDisposable {
  readonly slack: LocalSlack;
  readonly bot: App;
  readonly clock: PlaygroundClock;
}

export interface PlaygroundOptions {
  /** Its Slack part is replaced: the bot talks to the local Slack. */
  readonly config: Config;
  readonly log: Log;
  readonly transport: "http" | "socket";
  /** First port to try for the page and the local Slack; 0 for any. The next twenty follow when it is taken. */
  readonly port: number;
  /** What differs from the usual workspace. */
  readonly slack?: Partial<LocalSlackOptions>;
  /** Fills the bot's store at the start and after each reset; it may find something there. */
  readonly fill?: (bot: App) => Promise<void>;
  /** What the bot holds, when that is another token than Slack's. */
  readonly botTokenOfBot?: string;
  /** See `AppOptions`. */
  readonly busyMs?: number | undefined;
}

const TRIES = 20;

/** The real bot beside a local Slack, over loopback, with secrets made for this run. The playground and the wire tests both stand on it. */
export async function openPlayground({
  config,
  log,
  transport,
  port,
  slack = {},
  botTokenOfBot,
  busyMs,
  fill = async () => undefined,
}: PlaygroundOptions): Promise<Playground> {
  await using opening = new AsyncDisposableStack();
  const secrets = {
    signingSecret: randomBytes(16).toString("hex"),
    botToken: `xoxb-playground-${randomBytes(8).toString("hex")}`,
    appToken: `xapp-playground-${randomBytes(8).toString("hex")}`,
  };
  const clock = createPlaygroundClock(slack.now);
  let reminded: Reminded | undefined;
  const { features, oauth_config } = manifest({});
  let botPort = 0;
  let forgetEverybody = (): void => undefined;
  const local = opening.use(
    await onFreePort(port, (free) =>
      createLocalSlack({
        ...secrets,
        scenario: brightwater,
        botUrl: () => `http://127.0.0.1:${botPort}/slack/events`,
        scopes: oauth_config.scopes.bot,
        commands: features.slash_commands.map(({ command, description, usage_hint }) => ({
          command,
          description,
          usageHint: usage_hint,
        })),
        shortcuts: features.shortcuts.map(({ name, type, callback_id }) => ({
          name,
          kind: type,
          callbackId: callback_id,
        })),
        transport,
        onReset: () => forgetEverybody(),
        port: free,
        ...slack,
        now: clock.now,
        jump: async (jump, zone) => {
          if (reminded === undefined) return "The bot has not started yet.";
          const way = await whereTo(jump, zone, clock.now(), reminded);
          if (typeof way === "string") return way;
          await walk(clock, reminded, way);
          return null;
        },
      }),
    ),
  );
  const { signingSecret, appToken, botToken } = { ...secrets, ...slack };
  const bot = opening.use(
    await createApp(
      {
        ...config,
        host: "127.0.0.1",
        port: 0,
        slack: {
          apiUrl: local.apiUrl,
          botToken: botTokenOfBot ?? botToken,
          ...(transport === "http" ? { transport, signingSecret } : { transport, appToken }),
        },
      },
      { log, now: clock.now, busyMs },
    ),
  );

  botPort = bot.port;
  reminded = bot;
  await fill(bot);
  forgetEverybody = () => {
    const everybody = brightwater.people.map(({ id }) => bot.evidence.forget({ team: brightwater.team.id, user: id }));

    Promise.all(everybody)
      .then(() => fill(bot))
      .catch((error: unknown) => log.warn({ error }, "could not clear what somebody had saved"));
  };

  const owned = opening.move();

  return { slack: local, bot, clock, [Symbol.asyncDispose]: () => owned.disposeAsync() };
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
