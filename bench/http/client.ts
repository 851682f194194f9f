import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";

/**
 * A load generator that costs little beside what it measures: signed requests are made before the clock starts, and each of a fixed
 * number of kept connections has one request in flight.
 */
export interface Load {
  /** Answered requests a second. */
  readonly rate: number;
  /** Milliseconds, one for each request. */
  readonly times: readonly number[];
}

export interface Connections {
  /** Sends for so long, in turn and from the first again. Rejects when an answer is not 200. */
  run(requests: readonly Buffer[], milliseconds: number): Promise<Load>;
  ask(request: Buffer): Promise<string>;
  close(): void;
}

export function signedCommand(text: string, secret: string, user = "U0MAYA00001"): Buffer {
  const body = new URLSearchParams({
    token: "unused",
    team_id: TEAM,
    team_domain: "brightwater",
    channel_id: "C0BACKEND01",
    channel_name: "backend",
    user_id: user,
    user_name: "maya",
    command: "/progression",
    text,
    api_app_id: "A0PROGRESS1",
    is_enterprise_install: "false",
    response_url: "http://127.0.0.1:9/commands/T0BRIGHT001/1/2",
    trigger_id: `13345224609.738474920.${Math.random().toString(16).slice(2)}`,
  }).toString();
  const stamp = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex");

  return Buffer.from(
    [
      "POST /slack/events HTTP/1.1",
      "host: 127.0.0.1",
      "content-type: application/x-www-form-urlencoded",
      `content-length: ${Buffer.byteLength(body)}`,
      `x-slack-request-timestamp: ${stamp}`,
      `x-slack-signature: v0=${signature}`,
      "user-agent: Slackbot 1.0 (+https://api.slack.com/robots)",
      "",
      body,
    ].join("\r\n"),
  );
}

export const TEAM = "T0BRIGHT001";

export async function openConnections(port: number, count: number): Promise<Connections> {
  const sockets = await Promise.all(Array.from({ length: count }, () => open(port)));

  return {
    async run(requests, milliseconds) {
      const times: number[] = [];
      const begin = performance.now();
      const end = begin + milliseconds;
      let next = 0;

      await Promise.all(
        sockets.map(async (socket) => {
          for (let now = performance.now(); now < end; now = performance.now()) {
            const request = requests[next % requests.length];

            next += 1;
            if (request !== undefined) await exchange(socket, request);
            times.push(performance.now() - now);
          }
        }),
      );
      return { rate: (times.length / (performance.now() - begin)) * 1000, times };
    },
    async ask(request) {
      const [socket] = sockets;

      return socket === undefined ? "" : bodyOf(await exchange(socket, request));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));

    socket.setNoDelay(true);
    socket.once("error", reject);
  });
}

function exchange(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const settle = (finish: () => void) => {
      socket.off("data", take).off("close", cut);
      finish();
    };
    const take = (data: Buffer) => {
      received += data.toString("latin1");
      if (!isWhole(received)) return;
      settle(() =>
        received.startsWith("HTTP/1.1 200")
          ? resolve(received)
          : reject(new Error(`Answered with ${received.slice(0, 200)}`)),
      );
    };
    const cut = () => settle(() => reject(new Error("The server closed the connection.")));

    socket.on("data", take).on("close", cut);
    socket.write(request);
  });
}

function isWhole(received: string): boolean {
  const head = received.indexOf("\r\n\r\n");

  if (head < 0) return false;
  const length = /^content-length: (\d+)/im.exec(received.slice(0, head))?.[1];

  return length === undefined ? received.endsWith("\r\n0\r\n\r\n") : received.length - head - 4 >= Number(length);
}

function bodyOf(received: string): string {
  const head = received.indexOf("\r\n\r\n") + 4;

  if (/^content-length:/im.test(received.slice(0, head))) {
    return Buffer.from(received.slice(head), "latin1").toString();
  }
  let body = "";
  let at = head;
  while (at < received.length) {
    const end = received.indexOf("\r\n", at);
    const size = Number.parseInt(received.slice(at, end), 16);

    if (!(size > 0)) break;
    body += received.slice(end + 2, end + 2 + size);
    at = end + 2 + size + 2;
  }
  return Buffer.from(body, "latin1").toString();
}
