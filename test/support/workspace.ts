import type { LocalSlackOptions } from "../../local-slack/local-slack.ts";
import type { Outcome } from "../../local-slack/protocol.ts";
import { openPlayground, type Playground } from "../../playground/open-playground.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";

/** People and places of the local Slack's workspace. */
export const MAYA = "U0MAYA00001";
export const TOM = "U0TOM000002";
export const INGRID = "U0INGRID004";
export const BACKEND = "C0BACKEND01";
export const GENERAL = "C0GENERAL01";

export const SIGNING_SECRET = "0123456789abcdef0123456789abcdef";

export interface Workspace extends Playground {
  readonly logged: () => string;
  /** Types any command as Maya in #backend. */
  type(text: string, as?: string, channel?: string): Promise<Outcome>;
  /** Types a command as Maya in #backend. */
  command(text: string, as?: string, channel?: string): Promise<Outcome>;
}

export interface WorkspaceOptions {
  readonly transport?: "http" | "socket";
  readonly frameworksDir?: string;
  readonly adminUserIds?: string;
  /** In memory unless told. */
  readonly databaseUrl?: string;
  readonly slack?: Partial<LocalSlackOptions>;
  readonly botTokenOfBot?: string;
  readonly busyMs?: number;
}

/** The real bot beside the local Slack, for one test. */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const lines: string[] = [];
  const config = readConfig({
    FRAMEWORKS_DIR: options.frameworksDir,
    ADMIN_USER_IDS: options.adminUserIds,
    DATABASE_URL: options.databaseUrl ?? "sqlite::memory:",
    WIN_EMOJI: "trophy",
    LOG_LEVEL: "debug",
  });
  const playground = await openPlayground({
    config,
    log: createLog("debug", { write: (line) => lines.push(line) }),
    transport: options.transport ?? "http",
    port: 0,
    busyMs: options.busyMs,
    slack: { signingSecret: SIGNING_SECRET, ...options.slack },
    ...(options.botTokenOfBot === undefined ? {} : { botTokenOfBot: options.botTokenOfBot }),
  });

  return {
    ...playground,
    logged: () => lines.join(""),
    type: (text, as = MAYA, channel = BACKEND) => playground.slack.gesture({ kind: "command", as, channel, text }),
    command: (text, as = MAYA, channel = BACKEND) =>
      playground.slack.gesture({ kind: "command", as, channel, text: `/progression ${text}` }),
  };
}
