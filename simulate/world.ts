import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLocalSlack, type LocalSlack } from "../local-slack/local-slack.ts";
import type { Faults } from "../local-slack/protocol.ts";
import { type Member, scenarioOf } from "./cast.ts";
import type { ChildOrder } from "./child.ts";
import type { Arrival } from "./ledger.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** The local Slack and the time that it lives in: a virtual clock, and the machine's own while a child process runs. */
export interface World extends AsyncDisposable {
  readonly clock: VirtualClock;
  readonly slack: LocalSlack;
  readonly token: string;
  readonly databaseUrl: string;
  faults(faults: Partial<Faults>): void;
  /** Runs a bot in a process of its own from this moment. true: it was killed. */
  runChild(killAt: number | null): Promise<boolean>;
  /** What each person can see in their DM with the bot. */
  arrivals(): readonly Arrival[];
}

const token = "xoxb-simulated-1";
const calm: Faults = {
  rateLimit: null,
  serverError: null,
  hang: false,
  loseReply: false,
  tokenRevoked: false,
  duplicateEvents: false,
  methods: [],
  remaining: null,
};

export async function openWorld(cast: readonly Member[], from: number, folder: string): Promise<World> {
  const clock = createVirtualClock(from);
  const databaseUrl = `sqlite:${join(folder, "simulated.db")}`;
  let ahead: number | null = null;

  const slack = await createLocalSlack({
    scenario: scenarioOf(cast),
    signingSecret: "not used: nothing is delivered",
    botToken: token,
    appToken: "xapp-simulated-1",
    scopes: ["chat:write", "im:history"],
    commands: [],
    shortcuts: [],
    transport: "http",
    now: () => (ahead === null ? clock.truth() : Date.now() + ahead),
  });

  return {
    clock,
    slack,
    token,
    databaseUrl,
    faults: (faults) => slack.setFaults({ ...calm, ...faults }),

    async runChild(killAt) {
      ahead = clock.truth() - Date.now();
      const order: ChildOrder = { databaseUrl, apiUrl: slack.apiUrl, token, ahead, killAt };
      const file = fileURLToPath(new URL("child.ts", import.meta.url));
      const child = spawn(process.execPath, [file, JSON.stringify(order)], { stdio: ["ignore", "ignore", "inherit"] });
      await once(child, "close");
      const end = Date.now() + ahead;
      ahead = null;
      await clock.runTo(end);
      if (child.exitCode !== 0 && child.signalCode !== "SIGKILL") throw new Error("The child failed.");
      return child.signalCode === "SIGKILL";
    },

    arrivals: () =>
      cast.flatMap(({ user }) =>
        slack
          .state(user)
          .conversations.filter(({ kind }) => kind === "dm")
          .flatMap(({ messages }) => messages)
          .map(({ text, ts }) => ({ user, text, at: Math.floor(Number(ts) * 1000) })),
      ),

    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
}
