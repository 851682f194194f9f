import { createVirtualClock, type VirtualClock } from "../../simulate/virtual-clock.ts";
import type { Owner } from "../../src/evidence/types.ts";
import { createLog } from "../../src/log.ts";
import type { Compose } from "../../src/nudges/composer.ts";
import { createEngine, type Engine, type EngineParts } from "../../src/nudges/engine.ts";
import type { LookupOutcome, Messenger, SendOutcome } from "../../src/nudges/messenger.ts";
import type { NudgeBook } from "../../src/nudges/nudge-book.ts";
import type { NewPlan } from "../../src/nudges/plan.ts";
import { takeTurn } from "../../src/nudges/planning.ts";
import { judge } from "../../src/nudges/time/verdict.ts";
import { type Database, openDatabase } from "../../src/store/open-database.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";

export const utc = (text: string) => Date.parse(text);
export const MINUTE = 60_000;

export const nudge: NewPlan = {
  id: "nudge",
  kind: "nudge",
  about: "",
  rule: { zone: "Europe/London", time: "09:00", cadence: { kind: "weekly", weekday: 1 } },
  timing: { kind: "at", usefulMinutes: 180 },
};

export const preparation: NewPlan = {
  id: "prep-1",
  kind: "preparation",
  about: "one",
  rule: { zone: "Europe/London", time: "10:00", cadence: { kind: "weekly", weekday: 1 } },
  timing: { kind: "before", leadMinutes: 30 },
};

export const maya: Owner = { team: "T1", user: "U1" };
export const tom: Owner = { team: "T1", user: "U2" };

/** A Slack of one list: `arrived` is the truth, answers come from `replies` while there are any. */
class FakeSlack implements Messenger {
  readonly arrived: { readonly user: string; readonly id: string; readonly at: number; readonly text: string }[] = [];
  /** What is answered instead of "sent"; whether the message arrives all the same. */
  readonly replies: { readonly outcome: SendOutcome; readonly arrives: boolean }[] = [];
  readonly lookups: LookupOutcome[] = [];
  calls = 0;
  asked = 0;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  async send(...[message, { owner, deliveryId }]: Parameters<Messenger["send"]>): Promise<SendOutcome> {
    this.calls += 1;
    const reply = this.replies.shift();
    if (reply === undefined || reply.arrives) {
      this.arrived.push({ user: owner.user, id: deliveryId, at: this.#clock.truth(), text: message.text });
    }
    return reply?.outcome ?? { kind: "sent", receipt: { channel: `D${owner.user}`, ts: "1.0" } };
  }

  async findDelivery(channel: string, deliveryId: string): Promise<LookupOutcome> {
    this.asked += 1;
    const found = this.arrived.some(({ id }) => id === deliveryId);
    return this.lookups.shift() ?? (found ? { kind: "found", receipt: { channel, ts: "1.0" } } : { kind: "absent" });
  }
}

export interface Kit extends AsyncDisposable {
  readonly clock: VirtualClock;
  readonly database: Database;
  readonly book: NudgeBook;
  readonly slack: FakeSlack;
  /** Another engine on the same book, as a second process would be. */
  newEngine(parts?: Partial<EngineParts>): Engine;
  /** A tick in each minute up to and including that one. */
  minutes(until: string, ...engines: readonly Engine[]): Promise<void>;
  /** Kind and UTC time of every message that arrived. */
  received(): readonly string[];
}

const sayKind: Compose = async ({ kind, occurrence }) => ({
  kind: "message",
  message: { text: `${kind} ${occurrence}`, blocks: [] },
});

export async function openKit(start: string, log = createLog("error", { write: () => undefined })): Promise<Kit> {
  const clock = createVirtualClock(utc(start));
  const database = await openDatabase("sqlite::memory:");
  const book = clock.awaiting(createSqlNudgeBook(database));
  const slack = new FakeSlack(clock);
  const never = new AbortController().signal;

  return {
    clock,
    database,
    book,
    slack,
    newEngine: (parts) =>
      createEngine({
        book,
        messenger: slack,
        compose: sayKind,
        clock,
        log,
        random: () => 0.5,
        judge,
        takeTurn,
        pace: { start: 100, least: 1, most: 100, burst: 100 },
        reconciling: { settleMs: 30_000, lookups: 3 },
        ...parts,
      }),
    async minutes(until, ...engines) {
      for (let at = clock.truth(); at <= utc(until); at += MINUTE) {
        await clock.runTo(at);
        for (const engine of engines) void engine.tick(never);
        await clock.settle();
      }
    },
    received: () => slack.arrived.map(({ text, at }) => `${text} ${new Date(at).toISOString().slice(0, 16)}Z`),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
