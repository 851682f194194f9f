import type { JournalEntry, Json } from "../../../local-slack/protocol.ts";

/**
 * What a request was about, as the person who caused it would say it: the line they typed, the words on the button, the kind of event. Six
 * presses in a row are six equal kinds, so the kind alone finds nothing again. Empty when the request says no more than its kind.
 */
export function entrySubject({ direction, transport, request }: JournalEntry): string {
  const payload = transport === "socket" ? at(request, "payload") : request;

  if (direction === "from-bot") return firstLine(words(payload, "text"));
  if (words(payload, "command") !== "") return `${words(payload, "command")} ${words(payload, "text")}`.trim();

  const [action] = list(at(payload, "actions"));
  const event = at(payload, "event");
  return (
    chosenOf(action) ||
    words(action, "action_id") ||
    words(event, "type") ||
    words(payload, "callback_id") ||
    words(at(at(payload, "view"), "title"), "text")
  );
}

function chosenOf(action: Json | undefined): string {
  return words(at(at(action, "selected_option"), "text"), "text") || words(at(action, "text"), "text");
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function at(value: Json | undefined, key: string): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[key]
    : undefined;
}

function words(value: Json | undefined, key: string): string {
  const found = at(value, key);
  return typeof found === "string" ? found : "";
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
