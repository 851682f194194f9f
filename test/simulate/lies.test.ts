import { expect, test } from "vitest";
import type { Lie } from "../../local-slack/lies.ts";
import { openLife } from "./life-kit.ts";

const said = (answer: object): Pick<Lie, "body"> => ({ body: JSON.stringify(answer) });

/** Whatever Slack says about a message, true or not: it is there once in the end, and the next person has theirs. */
test.for<[string, Omit<Lie, "method" | "works">]>([
  ["a page of HTML", { headers: { "content-type": "text/html" }, body: "<html><h1>Welcome</h1>" }],
  ["nothing at all", { body: "" }],
  ["half an answer", { body: '{"ok":true,"chann' }],
  ["a list", { body: "[]" }],
  ["well without a receipt", said({ ok: true })],
  ["well, with a receipt from another person's DM", said({ ok: true, channel: "D0SIM00001", ts: "1.000001" })],
  ["well, with a time that is none", said({ ok: true, channel: "D0SIM00000", ts: "yesterday" })],
  ["well, with numbers for words", said({ ok: true, channel: 7, ts: 1 })],
  ["neither well nor why not", said({ ok: false })],
  ["an error with spaces in it", said({ ok: false, error: "Bad Gateway <b>502</b>" })],
  ["that something broke half way", said({ ok: false, error: "fatal_error" })],
  ["a status that nobody knows", { status: 599, body: "?" }],
])("a Slack that answers %s", async ([, answer]) => {
  for (const works of [true, false]) {
    await using life = await openLife(2);
    life.world.slack.lie({ method: "chat.postMessage", works, ...answer });

    await life.minutesTo("09:10");

    expect([...life.received()].map(([, times]) => times.length)).toEqual([1, 1]);
  }
});

test.for<[string, Record<string, string>]>([
  ["without Retry-After", {}],
  ["with a Retry-After in words", { "retry-after": "abc" }],
  ["with a Retry-After below zero", { "retry-after": "-30" }],
  ["with a Retry-After of nothing", { "retry-after": "0" }],
  ["with a Retry-After of ages", { "retry-after": "99999999999999999999" }],
])("a 429 %s delays the nudge and loses nothing", async ([, headers]) => {
  await using life = await openLife(1);
  life.world.slack.lie({ method: "chat.postMessage", works: false, status: 429, headers, body: "slow down" });

  await life.minutesTo("10:05");

  expect([...life.received().values()]).toMatchObject([{ length: 1 }]);
});

test.for<[string, Omit<Lie, "method" | "works">]>([
  ["HTML", { body: "<html>" }],
  ["no list of messages", said({ ok: true })],
  ["a cursor that leads nowhere", said({ ok: true, messages: [], has_more: true, response_metadata: {} })],
  ["messages without a time", said({ ok: true, messages: [{ text: "hello" }] })],
])("a history of %s is asked for again, and nothing is sent a second time", async ([name, answer]) => {
  await using life = await openLife(1);
  life.world.slack.lie({ method: "chat.postMessage", works: true, body: "" });
  life.world.slack.lie({ method: "conversations.history", works: false, ...answer });

  await life.minutesTo("09:30");

  expect([name, ...life.received().values()]).toMatchObject([name, { length: 1 }]);
});

test("a refusal with a name that nobody knows is a reason, and ends the reminder", async () => {
  await using life = await openLife(2);
  life.world.slack.lie({ method: "chat.postMessage", works: false, ...said({ ok: false, error: "moon_is_full" }) });

  await life.minutesTo("09:10");

  const [first] = (await life.crew.book?.deliveries({ team: "T0BRIGHT001", user: "U0SIM00000" })) ?? [];
  const [second] = (await life.crew.book?.deliveries({ team: "T0BRIGHT001", user: "U0SIM00001" })) ?? [];
  expect([first, second].map((one) => [one?.state, one?.reason]).toSorted()).toEqual([
    ["dropped", "moon_is_full"],
    ["sent", null],
  ]);
});

test("whose DM nobody knows yet: what Slack says of a channel is not taken for it", async () => {
  await using life = await openLife(1, false);
  life.world.slack.lie({
    method: "chat.postMessage",
    works: true,
    ...said({ ok: true, channel: "C0GENERAL01", ts: "1.000001" }),
  });

  await life.minutesTo("12:05");

  expect([...life.received().values()]).toMatchObject([{ length: 1 }]);
  const [record] = (await life.crew.book?.deliveries({ team: "T0BRIGHT001", user: "U0SIM00000" })) ?? [];
  expect(record).toMatchObject({ state: "parked", reason: "unknown-conversation" });
});
