/** Questions that tests ask of the journal: what came from the bot, and what the bot answered. */

import type { JournalEntry } from "./protocol.ts";
import type { World } from "./world.ts";

export interface Received {
  /** Calls from the bot: a Web API method, or `response_url`. */
  calls(what?: string): readonly JournalEntry[];
  /** Requests to the bot whose kind this is: `slash_commands`, `block_actions`, `app_home_opened`. */
  deliveries(about?: string): readonly JournalEntry[];
  /** The first completed entry, past or future, that `matches`. */
  until(matches: (entry: JournalEntry) => boolean): Promise<JournalEntry>;
  /** Files on their way in are not counted; canvases that were created. */
  canvases(): readonly { readonly title: string; readonly markdown: string }[];
}

export function createReceived(world: World): Received {
  const { journal } = world;
  return {
    calls: (what) =>
      journal
        .entries()
        .filter((entry) => entry.direction === "from-bot" && (what === undefined || entry.what === what)),
    deliveries: (about) =>
      journal
        .entries()
        .filter((entry) => entry.direction === "to-bot" && (about === undefined || entry.what.endsWith(`· ${about}`))),
    until(matches) {
      const there = journal.entries().find((entry) => entry.response !== null && matches(entry));
      if (there !== undefined) return Promise.resolve(there);
      return new Promise((resolve) => {
        const stop = journal.watch((entry) => {
          if (entry.response === null || !matches(entry)) return;
          stop();
          resolve(entry);
        });
      });
    },
    canvases: () => [...world.canvases.values()],
  };
}
