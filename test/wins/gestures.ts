import { expect } from "vitest";
import type { Origin } from "../../src/evidence/types.ts";
import { BACKEND } from "../support/workspace.ts";
import { type Bench, BOT, PRIYA_STRANGER, TEAM } from "./bench.ts";

/** Every way to hand over a win, as one shape, so that all of them can be held to the same promises. */
export interface WinGesture {
  readonly name: string;
  readonly kind: "command" | "form" | "event";
  readonly origin: Origin;
  /** What has to be so before. */
  ready?(bench: Bench, user: string): Promise<void>;
  /** Up to the moment at which the words should be safe. `text` is what the person typed. */
  hand(bench: Bench, user: string, text: string): Promise<void>;
  /** The person does the same once more. */
  again(bench: Bench, user: string, text: string): Promise<void>;
}

const messages = new WeakMap<Bench, { channel: string; ts: string }>();

/** A message of this person's in a channel, for the gestures that are made on one. */
async function said(bench: Bench, user: string, text: string): Promise<{ channel: string; ts: string }> {
  const channel = user === PRIYA_STRANGER ? "C0PAYINC001" : BACKEND;
  await bench.gesture({ kind: "message", as: user, channel, text });
  const message = bench.workspace.slack
    .state(user)
    .conversations.find(({ id }) => id === channel)
    ?.messages.findLast((one) => one.user === user);
  const found = { channel, ts: message?.ts ?? "" };
  messages.set(bench, found);
  return found;
}

async function fill(bench: Bench, user: string, text: string): Promise<void> {
  // Slack's own form would not take more than one input's limit: what comes back then was made up by somebody.
  await bench.submit(user, { "text-1": text });
}

async function onHome(bench: Bench, user: string): Promise<void> {
  await bench.gesture({ kind: "home", as: user });
  await bench.pressHome(user);
}

const form = (
  name: string,
  origin: Origin,
  open: (bench: Bench, user: string, text: string) => Promise<void>,
): WinGesture => ({
  name,
  kind: "form",
  origin,
  async hand(bench, user, text) {
    const asked = () => bench.workspace.slack.received.calls("views.open");
    const before = asked().length;
    await open(bench, user, text);
    await expect
      .poll(() =>
        asked()
          .slice(before)
          .some(({ response }) => response !== null),
      )
      .toBe(true);
    if (bench.workspace.slack.state(user).modals.at(-1)?.callback_id === "win.form") await fill(bench, user, text);
  },
  async again(bench) {
    // The same form, sent once more: its first answer was lost on the way.
    await bench.redeliver((payload) => {
      payload["trigger_id"] = "2.2.again";
    });
  },
});

async function react(bench: Bench, user: string, remove: boolean): Promise<void> {
  const at = messages.get(bench);
  await bench.gesture({
    kind: "react",
    as: user,
    channel: at?.channel ?? "",
    ts: at?.ts ?? "",
    emoji: "trophy",
    remove,
  });
}

export const gestures: readonly WinGesture[] = [
  {
    name: "/win TEXT",
    kind: "command",
    origin: "command",
    async hand(bench, user, text) {
      const channel = user === PRIYA_STRANGER ? "C0PAYINC001" : BACKEND;
      await bench.gesture({ kind: "command", as: user, channel, text: `/win ${text}` });
    },
    again: (bench, user, text) => gestures[0]?.hand(bench, user, text) ?? Promise.resolve(),
  },
  form("/win and the form", "modal", async (bench, user) => {
    const channel = user === PRIYA_STRANGER ? "C0PAYINC001" : BACKEND;
    await bench.gesture({ kind: "command", as: user, channel, text: "/win" });
  }),
  form("Log a win", "shortcut", async (bench, user) => {
    await bench.gesture({ kind: "shortcut", as: user, callbackId: "win.log", message: null });
  }),
  form("Home", "home", onHome),
  form("Save as win", "shortcut", async (bench, user, text) => {
    const message = await said(bench, user, text.slice(0, 2000));
    await bench.gesture({ kind: "shortcut", as: user, callbackId: "win.save-message", message });
  }),
  {
    name: "@progression win",
    kind: "event",
    origin: "mention",
    async hand(bench, user, text) {
      if (user === PRIYA_STRANGER) {
        // A shared channel that the bot is in.
        await bench.workspace.slack.emit({
          type: "app_mention",
          user,
          team: "T0NORTHBANK",
          channel: BACKEND,
          ts: "1795000000.000100",
          event_ts: "1795000000.000100",
          text: `<@${BOT}> win ${text}`,
        });
        return;
      }
      await bench.gesture({ kind: "message", as: user, channel: BACKEND, text: `@progression win ${text}` });
    },
    again: (bench, user, text) => gestures[5]?.hand(bench, user, text) ?? Promise.resolve(),
  },
  {
    name: "direct message",
    kind: "event",
    origin: "dm",
    async hand(bench, user, text) {
      await bench.gesture({ kind: "message", as: user, channel: bench.dm(user), text });
    },
    again: (bench, user, text) => gestures[6]?.hand(bench, user, text) ?? Promise.resolve(),
  },
  {
    name: "emoji",
    kind: "event",
    origin: "emoji",
    async ready(bench, user) {
      await bench.workspace.bot.evidence.saveProfile({ team: TEAM, user }, { emojiCapture: true });
    },
    async hand(bench, user, text) {
      await said(bench, user, text);
      if (user === PRIYA_STRANGER) {
        await bench.gesture({ kind: "message", as: "U0MAYA00001", channel: BACKEND, text: "x" });
        const at = messages.get(bench);
        await bench.workspace.slack.emit({
          type: "reaction_added",
          user,
          reaction: "trophy",
          item_user: user,
          item: { type: "message", channel: at?.channel, ts: at?.ts },
          event_ts: "1795000000.000200",
        });
        return;
      }
      await react(bench, user, false);
    },
    async again(bench, user) {
      await react(bench, user, true);
      await react(bench, user, false);
    },
  },
];
