import { expect, test } from "vitest";
import type { JournalEntry, Json } from "../../../local-slack/protocol.ts";
import { entrySubject } from "../../../playground/page/panes/entry-subject.ts";

const subject = (request: Json, entry: Partial<JournalEntry> = {}) =>
  entrySubject({
    id: 1,
    at: "2026-03-04T10:00:00Z",
    direction: "to-bot",
    what: "",
    transport: "http",
    request,
    response: null,
    signed: true,
    breaches: [],
    fault: null,
    ...entry,
  });

test.for<[string, Json, string]>([
  ["a command says its line", { command: "/progression", text: "backend mastery 3" }, "/progression backend mastery 3"],
  ["a command without words says itself", { command: "/win", text: "" }, "/win"],
  [
    "a press says the button's words",
    { type: "block_actions", actions: [{ action_id: "show", text: { type: "plain_text", text: "Level 4" } }] },
    "Level 4",
  ],
  [
    "a choice says what was chosen",
    {
      type: "block_actions",
      actions: [{ action_id: "topic", selected_option: { text: { type: "plain_text", text: "Impact" }, value: "x" } }],
    },
    "Impact",
  ],
  ["an action without words says its id", { actions: [{ action_id: "datepicker" }] }, "datepicker"],
  ["an event says its kind", { event: { type: "app_home_opened" } }, "app_home_opened"],
  ["a shortcut says its id", { type: "shortcut", callback_id: "log_win" }, "log_win"],
  ["what says no more than its kind says nothing", { type: "url_verification" }, ""],
  ["a body that is no object says nothing", "ok", ""],
])("%s", ([, request, expected]) => {
  expect(subject(request)).toBe(expected);
});

test("over the socket the same is found inside the envelope", () => {
  const envelope = { type: "slash_commands", payload: { command: "/wins", text: "unfiled" } };

  expect(subject(envelope, { transport: "socket" })).toBe("/wins unfiled");
});

test("what the bot sends says the first line of its text", () => {
  expect(subject({ text: "Mastery · Level 3\nUses patterns" }, { direction: "from-bot" })).toBe("Mastery · Level 3");
});
