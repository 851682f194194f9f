/** Reads a gesture from JSON, field by field: the door is open to any program on this machine. */

import { isPayload, type Payload, textAt, toJson } from "../payload.ts";
import type { Container, Faults, Gesture, Json, ViewState } from "../protocol.ts";
import type { Of } from "./bench.ts";

export type GestureReading =
  | { readonly ok: true; readonly gesture: Gesture }
  | { readonly ok: false; readonly error: string };

export function readGesture(kind: string, body: unknown): GestureReading {
  if (!isPayload(body)) return { ok: false, error: "The body is one JSON object." };
  const texts = needed[kind];
  if (texts === undefined) return { ok: false, error: `There is no gesture “${kind}”.` };
  const absent = texts.filter((key) => typeof body[key] !== "string");
  if (absent.length > 0) return { ok: false, error: `These fields are missing: ${absent.join(", ")}.` };
  const gesture = build(kind, body, (key) => textAt(body, key) ?? "");
  return gesture === undefined ? { ok: false, error: "The gesture is not complete." } : { ok: true, gesture };
}

/** The text fields of each kind. */
const needed: { readonly [kind: string]: readonly string[] } = {
  command: ["as", "channel", "text"],
  message: ["as", "channel", "text"],
  action: ["as", "blockId", "actionId"],
  suggest: ["as", "blockId", "actionId", "value"],
  submit: ["as", "view"],
  close: ["as", "view"],
  shortcut: ["as", "callbackId"],
  home: ["as"],
  react: ["as", "channel", "ts", "emoji"],
  read: ["as", "channel"],
  faults: ["as"],
  clock: ["as", "jump"],
  profile: ["as"],
  reset: ["as"],
};

function build(kind: string, body: Payload, text: (key: string) => string): Gesture | undefined {
  const as = text("as");
  switch (kind) {
    case "command":
    case "message":
      return { kind, as, channel: text("channel"), text: text("text") };
    case "action": {
      const container = readContainer(body["container"]);
      const element = readElement(body["element"]);
      if (container === undefined || element === undefined) return undefined;
      const state = readState(body["state"]);
      return { kind, as, container, blockId: text("blockId"), actionId: text("actionId"), element, state };
    }
    case "suggest": {
      const container = readContainer(body["container"]);
      if (container === undefined) return undefined;
      return { kind, as, container, blockId: text("blockId"), actionId: text("actionId"), value: text("value") };
    }
    case "submit":
      return { kind, as, view: text("view"), state: readState(body["state"]) };
    case "close":
      return { kind, as, view: text("view") };
    case "shortcut": {
      const { message } = body;
      if (message === null || message === undefined) return { kind, as, callbackId: text("callbackId"), message: null };
      if (!isPayload(message)) return undefined;
      const place = { channel: textAt(message, "channel") ?? "", ts: textAt(message, "ts") ?? "" };
      return { kind, as, callbackId: text("callbackId"), message: place };
    }
    case "react":
      return {
        kind,
        as,
        channel: text("channel"),
        ts: text("ts"),
        emoji: text("emoji"),
        remove: body["remove"] === true,
      };
    case "read":
      return { kind, as, channel: text("channel") };
    case "faults":
      return { kind, as, faults: readFaults(isPayload(body["faults"]) ? body["faults"] : {}) };
    case "clock": {
      const jump = (["next", "week", "clock-change"] as const).find((one) => one === text("jump"));
      return jump === undefined ? undefined : { kind, as, jump };
    }
    case "profile":
      return { kind, as, ...readProfile(body) };
    case "home":
    case "reset":
      return { kind, as };
    default:
      return undefined;
  }
}

function readProfile({ status, quietUntil, tz }: Payload): Omit<Of<"profile">, "kind" | "as"> {
  const until = (value: unknown) => (typeof value === "number" ? value : null);
  return {
    ...(status === null ? { status } : {}),
    ...(isPayload(status)
      ? {
          status: {
            emoji: textAt(status, "emoji") ?? "",
            text: textAt(status, "text") ?? "",
            until: until(status["until"]),
          },
        }
      : {}),
    ...(quietUntil === undefined ? {} : { quietUntil: until(quietUntil) }),
    ...(typeof tz === "string" && Intl.supportedValuesOf("timeZone").includes(tz) ? { tz } : {}),
  };
}

function readContainer(value: unknown): Container | undefined {
  if (!isPayload(value)) return undefined;
  const text = (key: string): string => textAt(value, key) ?? "";
  if (value["kind"] === "home") return { kind: "home" };
  if (value["kind"] === "modal") return { kind: "modal", view: text("view") };
  return value["kind"] === "message" ? { kind: "message", channel: text("channel"), ts: text("ts") } : undefined;
}

function readElement(value: unknown): { readonly type: string; readonly [key: string]: Json } | undefined {
  if (!isPayload(value)) return undefined;
  const type = textAt(value, "type");
  if (type === undefined) return undefined;
  return { ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)])), type };
}

function readState(value: unknown): ViewState {
  if (!isPayload(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([block, actions]) => [
      block,
      Object.fromEntries(
        Object.entries(isPayload(actions) ? actions : {}).map(([action, inner]) => [action, toJson(inner)]),
      ),
    ]),
  );
}

function readFaults(value: Payload): Partial<Faults> {
  const flags = ["hang", "loseReply", "tokenRevoked", "duplicateEvents"] as const;
  const numbers = ["rateLimit", "serverError", "remaining"] as const;
  const { methods } = value;
  return {
    ...Object.fromEntries(flags.filter((key) => typeof value[key] === "boolean").map((key) => [key, value[key]])),
    ...Object.fromEntries(
      numbers.filter((key) => value[key] === null || typeof value[key] === "number").map((key) => [key, value[key]]),
    ),
    ...(Array.isArray(methods) ? { methods: methods.filter((name) => typeof name === "string") } : {}),
  };
}
