import type { ReceiverEvent } from "@slack/bolt";

/** What Slack sends, by what it expects back. */
export type DeliveryKind = "command" | "action" | "view" | "shortcut" | "options" | "event" | "unknown";

type Body = ReceiverEvent["body"];

/** Bodies come from outside: every field may be missing or of another type. */
export function kindOf(body: Body): DeliveryKind {
  if (record(body["event"]) !== undefined) {
    return "event";
  }
  if (text(body["command"]) !== undefined) {
    return "command";
  }
  switch (body["type"]) {
    case "block_actions":
      return Array.isArray(body["actions"]) && record(body["actions"][0]) !== undefined ? "action" : "unknown";
    case "block_suggestion":
      return "options";
    case "view_submission":
      return record(record(record(body["view"])?.["state"])?.["values"]) === undefined ? "unknown" : "view";
    case "view_closed":
      return record(body["view"]) === undefined ? "unknown" : "view";
    case "shortcut":
    case "message_action":
      return "shortcut";
    default:
      return "unknown";
  }
}

/**
 * What makes two deliveries one gesture, or undefined where running again does no harm (reading the framework twice).
 * A press and a shortcut have a trigger id of their own; an event keeps its id over Slack's retries.
 */
export function gestureKey(kind: DeliveryKind, body: Body): string | undefined {
  switch (kind) {
    case "event":
      return text(body["event_id"]);
    case "action":
    case "shortcut":
      return text(body["trigger_id"]);
    default:
      return undefined;
  }
}

/** The workspace that the delivery belongs to, if it says. */
export function teamOf(body: object): string | undefined {
  return (
    text(field(body, "team_id")) ??
    text(record(field(body, "view"))?.["app_installed_team_id"]) ??
    text(record(field(body, "team"))?.["id"]) ??
    text(record(field(body, "user"))?.["team_id"])
  );
}

function field(body: object, name: string): unknown {
  return Reflect.get(body, name);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
