import { App } from "@slack/bolt";
import { registerListeners } from "../../src/slack/listeners/index.ts";

/** What the bot registers on a Bolt app that receives nothing. */
export function heardListeners() {
  const app = new App({
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    authorize: async () => ({}),
    convoStore: false,
  });
  const heard = {
    actions: [] as (string | RegExp)[],
    views: [] as (string | RegExp)[],
    options: [] as (string | RegExp)[],
  };
  const note = (into: (string | RegExp)[]) => (id: unknown) => {
    into.push(...idsOf(id));
  };
  Object.assign(app, { action: note(heard.actions), view: note(heard.views), options: note(heard.options) });
  registerListeners(app, {
    desk: {} as never,
    my: { place: {} as never, home: {} as never, later: {} as never, held: {} as never, ones: {} as never },
    wins: {} as never,
    ones: {} as never,
    identity: () => ({}) as never,
    log: {} as never,
  });
  return heard;
}

/** A name, a pattern, or a constraint that holds one. Anything else has no row and fails. */
function idsOf(id: unknown): (string | RegExp)[] {
  if (typeof id === "string" || id instanceof RegExp) return [id];
  const named = Object.entries(Object(id)).flatMap(([key, value]) =>
    /^(action|callback)_id$/.test(key) ? idsOf(value) : [],
  );
  return named.length === 0 ? [`unknown: ${JSON.stringify(id)}`] : named;
}
