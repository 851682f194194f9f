/**
 * A Slack for one bot, on this machine: the Web API, `response_url`s and delivery on one side, a client door on the other. It holds
 * the truth: what it received is what tests count and what the page shows. It knows nothing of the bot but its address.
 */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createApi } from "./api/serve.ts";
import { brightwater } from "./brightwater.ts";
import { type Controls, createControls } from "./controls.ts";
import type { Delivered, Delivery } from "./delivery/carrier.ts";
import { createEvents } from "./delivery/events.ts";
import { createHttpCarrier } from "./delivery/http-carrier.ts";
import { createSocketCarrier } from "./delivery/socket-carrier.ts";
import type { MoveClock } from "./door/bench.ts";
import { perform } from "./door/gestures.ts";
import { createDoor } from "./door/serve.ts";
import { clientState } from "./door/state.ts";
import { answerText, refusal } from "./http.ts";
import { createIdle } from "./idle.ts";
import type { Lie } from "./lies.ts";
import type { ClientState, CommandHint, Faults, Gesture, JournalEntry, Outcome, ShortcutHint } from "./protocol.ts";
import { createReceived, type Received } from "./received.ts";
import type { Scenario, ScenarioPerson } from "./scenario.ts";
import { createResponses } from "./serve-responses.ts";
import { realTimers, type Timers } from "./timers.ts";
import { createWorld } from "./world.ts";

export interface LocalSlackOptions {
  readonly scenario?: Scenario;
  /** Where signed HTTP goes, for example `http://127.0.0.1:3000/slack/events`. */
  readonly botUrl?: string | (() => string);
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  /** Granted bot scopes. */
  readonly scopes: readonly string[];
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  readonly transport: "http" | "socket";
  /** Milliseconds since 1970; decides triggers, `response_url`s and message times. */
  readonly now?: () => number;
  /** Moves that clock, for the gesture that asks for it. */
  readonly jump?: MoveClock;
  readonly timers?: Timers;
  /** Slack waits 3,000 ms. */
  readonly ackTimeoutMs?: number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** After a reset: whatever else the workspace's people left behind can go as well. */
  readonly onReset?: () => void;
  /** Serves other paths of the same port; true when it has answered. */
  readonly mount?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface LocalSlack extends Controls {
  readonly url: string;
  /** For the bot's `slackApiUrl`. */
  readonly apiUrl: string;
  state(as: string): ClientState;
  journal(): readonly JournalEntry[];
  /** Resolves when the bot has acknowledged, or has failed to. */
  gesture(gesture: Gesture): Promise<Outcome>;
  setFaults(faults: Partial<Faults>): void;
  faults(): Faults;
  lie(lie: Lie): void;
  reset(): void;
  /** Resolves when no call and no delivery is under way. A call that a fault left hanging does not count. */
  idle(): Promise<void>;
  readonly received: Received;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function createLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const scenario = options.scenario ?? brightwater;
  const world = createWorld({ scenario, scopes: options.scopes, now: options.now ?? Date.now });
  const timers = options.timers ?? realTimers;
  const ackTimeoutMs = options.ackTimeoutMs ?? 3000;
  const hints = {
    commands: options.commands,
    shortcuts: options.shortcuts,
    transport: options.transport,
    movesClock: options.jump !== undefined,
  };
  const work = createIdle();
  const openTab = new Map<string, string>();
  let port = 0;
  const origin = (): string => `http://127.0.0.1:${port}`;
  const { botUrl = () => `${origin()}/no-bot` } = options;

  const socket = createSocketCarrier({ world, timers, ackTimeoutMs });
  const carrier =
    options.transport === "socket"
      ? socket
      : createHttpCarrier({
          world,
          timers,
          ackTimeoutMs,
          signingSecret: options.signingSecret,
          botUrl: typeof botUrl === "string" ? () => botUrl : botUrl,
        });
  const deliver = (delivery: Delivery): Promise<Delivered> => work.during(carrier.deliver(delivery));
  const events = createEvents({ world, timers, deliver });
  const serveApi = createApi({
    world,
    botToken: options.botToken,
    appToken: options.appToken,
    transport: options.transport,
    origin,
    openSocketUrl: () => `ws://127.0.0.1:${port}${socket.openPath()}`,
  });

  function reset(): void {
    events.clear();
    openTab.clear();
    world.reset();
    options.onReset?.();
  }

  const bench = {
    world,
    hints,
    deliver,
    emit: (event: Parameters<typeof events.emit>[0]) => work.during(events.emit(event)),
    responseUrl: (target: Parameters<typeof world.responseUrls.mint>[0]) =>
      `${origin()}/response/${world.responseUrls.mint(target)}`,
    openTab,
    reset,
    jump: options.jump,
  };
  const gesture = (one: Gesture): Promise<Outcome> => work.during(perform(bench, one));
  const door = createDoor({ world, hints, gesture });

  const responses = createResponses({ world, transport: options.transport });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, port);
    if (refused !== undefined) return answerText(response, 403, refused);
    const [, area = "", rest = ""] = /^\/(api|response|upload|door)\/([^?]*)/.exec(request.url ?? "/") ?? [];
    if (area === "door") return door.serve(request, response, rest);
    if (area === "api") return work.during(serveApi(request, response, rest));
    if (area === "response" && request.method === "POST")
      return work.during(responses.respond(request, response, rest));
    if (area === "upload" && request.method === "POST") return work.during(responses.upload(request, response, rest));
    if (options.mount?.(request, response) !== true) answerText(response, 404, "There is nothing here.");
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  server.on("upgrade", (request, stream, head) => {
    if (refusal(request, port) === undefined) socket.upgrade(request, stream, head);
    else stream.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
  });
  port = await listen(server, options.port ?? 0);

  return {
    url: origin(),
    apiUrl: `${origin()}/api/`,
    state(as) {
      const me: ScenarioPerson | undefined = world.workspace.people().find(({ id }) => id === as);
      if (me === undefined) throw new Error(`There is nobody with the id ${as}.`);
      return clientState(world, hints, me);
    },
    journal: world.journal.entries,
    gesture,
    setFaults(faults) {
      world.faults.set(faults);
      world.changed();
    },
    faults: world.faults.current,
    lie: world.lies.tell,
    reset,
    idle: work.idle,
    received: createReceived(world),
    ...createControls({ world, bench, events, socket, deliver }),
    async [Symbol.asyncDispose]() {
      events.clear();
      door.close();
      await carrier.close();
      await socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
