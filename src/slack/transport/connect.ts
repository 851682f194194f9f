import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import type { SlackConfig } from "../../config.ts";
import type { Routes } from "../../http/server.ts";
import { type Log, slackLogger } from "../../log.ts";
import type { Gate } from "./gate.ts";
import { slackEndpoint } from "./http-endpoint.ts";
import type { Identity } from "./identity.ts";
import { answerWhereAsked } from "./lost-answer.ts";
import { keepConnected } from "./socket-connection.ts";
import { connectionOptions, interactiveOptions } from "./web-clients.ts";

export interface Connection {
  readonly app: App;
  /** What the HTTP listener must serve for this transport. */
  readonly routes: Routes;
  /** Begins to receive. In Socket Mode connecting goes on in the background. */
  open(): void;
  /** In words for `/readyz`: null as soon as deliveries could arrive. */
  waitingFor(): string | null;
  /** For its body: why deliveries that could arrive do not at present; null when they do. Another start would not mend it. */
  trouble(): string | null;
  /** Receives no more. Deliveries that are under way go on: waiting for them is the gate's work. */
  close(): Promise<void>;
}

export interface ConnectionParts {
  readonly slack: SlackConfig;
  readonly gate: Gate;
  readonly identity: () => Identity;
  readonly log: Log;
}

const SOCKET_CLOSE_MS = 2_000;

/** Bolt over either transport, with the gate between the receiver and the app. */
export function connect(parts: ConnectionParts): Connection {
  return parts.slack.transport === "http"
    ? connectHttp(parts, parts.slack.signingSecret)
    : connectSocket(parts, parts.slack.appToken);
}

function connectHttp(parts: ConnectionParts, signingSecret: string): Connection {
  const { gate, log } = parts;
  const receiver = new HTTPReceiver({ signingSecret, logger: slackLogger(log) });
  const app = createBoltApp(parts, receiver);

  guardReceiver(receiver, gate.guard(app));
  return {
    app,
    routes: { "POST /slack/events": slackEndpoint(receiver, { log }) },
    open: () => undefined,
    waitingFor: () => null,
    trouble: () => null,
    close: async () => undefined,
  };
}

function connectSocket(parts: ConnectionParts, appToken: string): Connection {
  const { gate, log, slack } = parts;
  const stop = new AbortController();
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: slackLogger(log),
    // The receiver takes the API's address from here and from nowhere else.
    installerOptions: { clientOptions: connectionOptions(slack.apiUrl, stop.signal) },
    // A failed event is left without an acknowledgement, so that Slack delivers it again.
    processEventErrorHandler: async () => false,
  });
  const app = createBoltApp(parts, receiver);
  let connection: ReturnType<typeof keepConnected> | undefined;

  guardReceiver(
    receiver,
    answerWhereAsked(gate.guard(app), () => connection?.current() ?? null),
  );
  return {
    app,
    routes: {},
    open() {
      connection = keepConnected(receiver.client, { log, stop, answered: gate.finished });
    },
    waitingFor: () => (connection === undefined ? "Socket Mode is not connected" : connection.waitingFor()),
    trouble: () => connection?.trouble() ?? null,
    close: async () => connection?.close(SOCKET_CLOSE_MS),
  };
}

/** Receivers hold an app only to hand it deliveries. */
function guardReceiver(receiver: HTTPReceiver | SocketModeReceiver, guarded: Pick<App, "processEvent">): void {
  receiver.init(guarded as App);
}

function createBoltApp(parts: ConnectionParts, receiver: HTTPReceiver | SocketModeReceiver): App {
  const { identity, log, slack } = parts;

  return new App({
    receiver,
    logger: slackLogger(log),
    clientOptions: interactiveOptions(slack.apiUrl, log),
    convoStore: false,
    extendedErrorHandler: true,
    // `token:` would call Slack from the constructor, and a bad answer would end the process.
    authorize: async () => {
      const { botId, botUserId, teamId } = identity();
      const [bot, user, team] = [botId(), botUserId(), teamId()];

      return {
        botToken: slack.botToken,
        ...(bot === undefined ? {} : { botId: bot }),
        ...(user === undefined ? {} : { botUserId: user }),
        ...(team === undefined ? {} : { teamId: team }),
      };
    },
  });
}
