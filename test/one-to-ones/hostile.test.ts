import { expect, test } from "vitest";
import * as ids from "../../src/slack/ids.ts";
import { BACKEND, MAYA, TOM } from "../support/workspace.ts";
import { LENA_GUEST } from "../wins/bench.ts";
import { openMeetings } from "./meetings.ts";

const actions = Object.values(ids)
  .map(String)
  .filter((id) => typeof id === "string" && /^(?:one|nudge)\./.test(id) && !/form|shown|add-message/.test(id));
const values: readonly unknown[] = [
  "",
  "new",
  "x".repeat(5000),
  "' or 1=1 --",
  "__proto__",
  "00000000000000000000000000.2026-02-30",
  "00000000000000000000000000.9999-99-99",
  "<!channel>",
  null,
  7,
  { id: "x" },
];

test("every button with every hostile value is answered without a fault, and nothing is sent to anybody else", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.workspace.command("1:1 add MAYAS SECRET");
  await at.goTo("2026-11-24T13:00:00Z");
  const [message] = at.dms(MAYA);
  const place = { channel: at.dm(MAYA), ts: message?.ts ?? "" };

  expect(actions.length).toBeGreaterThan(20);
  for (const action of actions) {
    for (const value of values) {
      expect(
        (await at.forge(MAYA, { action, value, ...place })).status,
        `${action} ${String(value).slice(0, 40)}`,
      ).toBe(200);
    }
  }
  expect(at.dms(TOM)).toEqual([]);
  expect(at.workspace.logged()).not.toContain("MAYAS SECRET");
  const faults = at.workspace
    .logged()
    .split("\n")
    .filter((line) => /"level":50/.test(line));
  expect(
    faults.filter((line) => !/response_url|invalid_trigger|expired_trigger|RespondError|view_not_found/.test(line)),
  ).toEqual([]);
});

test("words of a 1:1 are in no log, no metadata and no value of a button", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.workspace.command("1:1 add Zanzibarquux about Tom");
  await at.goTo("2026-11-24T13:00:00Z");

  const posted = JSON.stringify(at.workspace.slack.received.calls("chat.postMessage").map(({ request }) => request));
  expect(posted).toContain("Zanzibarquux");
  expect(posted.match(/"value":"[^"]*Zanzibarquux/)).toBeNull();
  expect(posted.match(/"metadata":[^}]*Zanzibarquux/)).toBeNull();
  expect(at.workspace.logged()).not.toContain("Zanzibarquux");
});

test("a guest is told, and keeps no 1:1", async () => {
  await using at = await openMeetings();
  const [place] = at.workspace.slack.state(LENA_GUEST).conversations;
  await at.workspace.command("1:1", LENA_GUEST, place?.id ?? "");
  expect(at.lastShown(LENA_GUEST).text).toContain("Nothing is stored for guests");
});

test("a message becomes a point through the shortcut, for its user alone", async () => {
  await using at = await openMeetings();
  await at.setUp();
  const { slack } = at.workspace;
  const theirs = slack
    .state(MAYA)
    .conversations.find(({ id }) => id === BACKEND)
    ?.messages.find(({ user }) => user !== MAYA);
  const last = slack.journal().at(-1)?.id ?? 0;
  const opened = slack.received.until(({ what, id }) => what === "views.open" && id > last);
  await slack.gesture({
    kind: "shortcut",
    as: MAYA,
    callbackId: ids.POINT_SHORTCUT,
    message: { channel: BACKEND, ts: theirs?.ts ?? "" },
  });
  await opened;
  await at.fill(MAYA, {});
  expect(at.modal(MAYA).title).toBe("Point added");
});

test("Home says when the next 1:1 is, and changes at once when it is set up or nudges are switched on", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  const home = () => JSON.stringify(slack.state(MAYA).home);
  const published = () => slack.received.calls("views.publish").length;
  await slack.gesture({ kind: "home", as: MAYA });
  await slack.received.until(({ what }) => what === "views.publish");
  expect(home()).toContain("Your next 1:1");
  expect(home()).toContain("Off, until you switch them on");

  const before = published();
  const again = slack.received.until(({ what }) => what === "views.publish" && published() > before);
  await at.setUp();
  await again;
  expect(home()).toContain("With tom, in 4 days, on Tuesday at 14:00");
  expect(slack.state(MAYA).home?.breaches).toEqual([]);
});

test("forget-me takes 1:1s, points and nudges with it", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.switchOnNudges(MAYA);
  await at.workspace.bot.evidence.forget({ team: "T0BRIGHT001", user: MAYA });
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.workspace.command("1:1");
  expect(at.lastShown(MAYA).text).toContain("None yet");
});
