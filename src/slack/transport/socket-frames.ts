import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../log.ts";

type SocketClient = SocketModeReceiver["client"];

/**
 * Stands before the SDK's own reading of a frame: what is no object is dropped, because the SDK throws on it where nothing catches it, and
 * Slack's request to leave is handed to whoever keeps the connection.
 */
export function readFrames(
  client: SocketClient,
  { log, askedToLeave }: { readonly log: Log; readonly askedToLeave: (reason: string) => Promise<void> },
): void {
  const handlers = client.listeners("ws_message");

  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown, isBinary: boolean) => {
    const frame = isBinary ? undefined : readFrame(data);

    if (frame === undefined) {
      log.warn("socket mode frame without a usable payload dropped");
      return;
    }
    if (frame.type === "disconnect") {
      void askedToLeave(typeof frame["reason"] === "string" ? frame["reason"] : "no reason given");
      return;
    }
    for (const handle of handlers) {
      Promise.resolve(handle(data, isBinary)).catch((error: unknown) =>
        log.error({ error }, "socket mode frame failed"),
      );
    }
  });
}

interface Frame {
  readonly type: unknown;
  readonly [key: string]: unknown;
}

/** `hello` and `disconnect` carry no payload; everything else must, and an event must say its type. */
function readFrame(data: unknown): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(typeof data === "string" ? data : new TextDecoder().decode(data as ArrayBuffer));

    if (!isObject(frame) || !("type" in frame)) {
      return undefined;
    }
    const { type, payload } = frame as Frame;
    const bare = type === "hello" || type === "disconnect";
    const whole = isObject(payload) && (type !== "events_api" || ("event" in payload && isObject(payload.event)));

    return bare || whole ? (frame as Frame) : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
