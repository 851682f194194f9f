import { App } from "@slack/bolt";
import { expect, test } from "vitest";
import type { HomeKeeper } from "../../src/slack/home-keeper.ts";
import type { Later } from "../../src/slack/later.ts";
import type { Desk } from "../../src/slack/listeners/desk.ts";
import { registerListeners } from "../../src/slack/listeners/index.ts";
import { manifest } from "../../src/slack/manifest/manifest.ts";
import type { OneDesk } from "../../src/slack/one-desk.ts";
import type { PlaceDesk } from "../../src/slack/place-desk.ts";
import type { WinDesk } from "../../src/slack/win-desk.ts";

/** What the bot registers on a real Bolt app, by the name that the manifest must know. */
function registered() {
  const app = new App({
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    authorize: async () => ({}),
    convoStore: false,
  });
  const seen = { commands: new Set<string>(), events: new Set<string>() };
  const command = app.command.bind(app);
  const event = app.event.bind(app);
  const message = app.message.bind(app);

  app.command = ((name: string, ...rest: []) => {
    seen.commands.add(name);
    command(name, ...rest);
  }) as App["command"];
  app.event = ((name: string, ...rest: []) => {
    seen.events.add(name);
    event(name, ...rest);
  }) as App["event"];
  app.message = ((...rest: []) => {
    seen.events.add("message.im");
    message(...rest);
  }) as App["message"];
  // Nothing is delivered here, so nothing is asked of them.
  const my = {
    place: {} as PlaceDesk,
    home: {} as HomeKeeper,
    later: {} as Later,
    held: {} as never,
    ones: {} as OneDesk,
  };
  registerListeners(app, {
    desk: {} as Desk,
    my,
    wins: {} as WinDesk,
    ones: {} as OneDesk,
    identity: () => ({}) as never,
    log: {} as never,
  });
  return seen;
}

test("every command of the manifest has a listener, and every listener a command", () => {
  expect([...registered().commands]).toEqual(manifest().features.slash_commands.map(({ command }) => command));
});

test("every event of the manifest has a listener, and every listener an event", () => {
  expect([...registered().events].toSorted()).toEqual(
    [...manifest().settings.event_subscriptions.bot_events].toSorted(),
  );
});
