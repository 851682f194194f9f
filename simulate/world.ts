import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { createLocalSlack, type LocalSlack } from "../local-slack/local-slack.ts";
import type { Faults } from "../local-slack/protocol.ts";
import type { PaceOptions } from "../src/nudges/pace.ts";
import { type Member, scenarioOf } from "./cast.ts";
import { createChildren, type Fate } from "./children.ts";
import { type Hurry, hurriedNow } from "./hurried-clock.ts";
import type { Arrival } from "./ledger.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** The local Slack and the time that it lives in: a virtual clock, and a hurried one while processes of their own run. */
export interface World extends AsyncDisposable {
  readonly clock: VirtualClock;
  readonly slack: LocalSlack;
  readonly token: string;
  readonly databaseUrl: string;
  faults(faults: Partial<Faults>): void;
  /** Bots in processes of their own can begin at once, if they are known of a while before. */
  prepareChildren(count: number): void;
  /** Runs bots in processes of their own from this moment, at one database, until they end. true: that one was killed. */
  runChildren(fates: readonly Fate[], pace?: PaceOptions): Promise<readonly boolean[]>;
  /** What each person can see in their DM with the bot. */
  arrivals(): readonly Arrival[];
}

const token = "xoxb-simulated-1";
/** A process that waits for Slack or for a doubt to settle waits in real time. */
const SPEED = 10;
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
  const children = createChildren();
  let hurry: Hurry | null = null;

  const slack = await createLocalSlack({
    scenario: scenarioOf(cast),
    signingSecret: "not used: nothing is delivered",
    botToken: token,
    appToken: "xapp-simulated-1",
    scopes: ["chat:write", "im:history"],
    commands: [],
    shortcuts: [],
    transport: "http",
    now: () => (hurry === null ? clock.truth() : hurriedNow(hurry)),
  });

  return {
    clock,
    slack,
    token,
    databaseUrl,
    faults: (faults) => slack.setFaults({ ...calm, ...faults }),

    prepareChildren: children.prepare,

    async runChildren(fates, pace) {
      const during = { from: clock.truth(), at: Date.now(), speed: SPEED };
      hurry = during;
      const shared = fates.length > 1;
      const order = { databaseUrl, shared, apiUrl: slack.apiUrl, token, hurry: during, pace };
      const killed = await Promise.all(fates.map((fate) => children.run(order, fate)));
      // What a killed one has sent off still arrives.
      await turn();
      await slack.idle();
      hurry = null;
      await clock.runTo(hurriedNow(during));
      return killed;
    },

    arrivals: () =>
      cast.flatMap(({ user }) =>
        slack
          .state(user)
          .conversations.filter(({ kind }) => kind === "dm")
          .flatMap(({ messages }) => messages)
          .map(({ text, ts }) => ({ user, text, at: Math.floor(Number(ts) * 1000) })),
      ),

    async [Symbol.asyncDispose]() {
      children[Symbol.dispose]();
      await slack[Symbol.asyncDispose]();
    },
  };
}
