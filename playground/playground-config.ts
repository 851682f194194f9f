import { ingrid, maya } from "../local-slack/brightwater-people.ts";
import type { Config } from "../src/config.ts";

/** Its own, so that trying things out never touches a company's wins. It outlives a restart; Reset empties it. */
const DATABASE = "sqlite:data/playground.db";

/** What the playground sets by itself. Whoever tries it edits the frameworks too, and is told as Maya where a file broke. */
export function playgroundConfig(config: Config): Config {
  return {
    ...config,
    databaseUrl: DATABASE,
    winEmoji: config.winEmoji ?? "trophy",
    adminUserIds: config.adminUserIds.length > 0 ? config.adminUserIds : [maya.id, ingrid.id],
  };
}
