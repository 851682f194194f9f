import { createServer } from "node:http";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { createLocalSlack, type LocalSlack, type LocalSlackOptions } from "../../local-slack/local-slack.ts";

const secrets = { signingSecret: "local-secret", botToken: "xoxb-local-1", appToken: "xapp-local-1" };
const scopes = [
  "commands",
  "chat:write",
  "users:read",
  "app_mentions:read",
  "im:history",
  "im:read",
  "im:write",
  "files:write",
  "reactions:read",
  "reactions:write",
  "channels:read",
  "channels:history",
];

export const ids = {
  maya: "U0MAYA00001",
  tom: "U0TOM000002",
  anjali: "U0ANJALI003",
  backend: "C0BACKEND01",
  wins: "C0WINS00001",
  incidents: "C0PAYINC001",
  mayaDm: "D0MAYA00001",
  bot: "U0PROGRESS9",
};

/** What a test says it starts from; the rest is as in the playground. */
export type SlackChange = Partial<LocalSlackOptions>;

export function startSlack(change: SlackChange = {}): Promise<LocalSlack> {
  return createLocalSlack({
    ...secrets,
    scopes,
    commands: [{ command: "/progression", description: "Read the framework", usageHint: "backend mastery 3" }],
    shortcuts: [
      { name: "Look up", callbackId: "look-up", kind: "global" },
      { name: "Save", callbackId: "save", kind: "message" },
    ],
    transport: "http",
    ...change,
  });
}

export interface Bot {
  readonly app: App;
  readonly slack: LocalSlack;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A local Slack and a small Bolt app on it, each over its real transport; `listen` says what the app does. */
export async function startBot(
  transport: "http" | "socket",
  listen: (app: App) => void,
  change: SlackChange = {},
): Promise<Bot> {
  let port = 0;
  const slack = await startSlack({ transport, botUrl: () => `http://127.0.0.1:${port}/slack/events`, ...change });
  const http = new HTTPReceiver({ signingSecret: secrets.signingSecret, logLevel: LogLevel.ERROR });
  const socket = new SocketModeReceiver({
    appToken: secrets.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    token: secrets.botToken,
    receiver: transport === "http" ? http : socket,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    deferInitialization: true,
    convoStore: false,
    logLevel: LogLevel.ERROR,
  });
  await app.init();
  listen(app);
  const server = createServer(http.requestListener);
  if (transport === "http") {
    port = await new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  } else {
    await app.start();
  }
  return {
    app,
    slack,
    async [Symbol.asyncDispose]() {
      if (transport === "socket") await app.stop();
      server.closeAllConnections();
      server.close();
      await slack[Symbol.asyncDispose]();
    },
  };
}
