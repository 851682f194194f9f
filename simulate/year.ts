import type { Faults } from "../local-slack/protocol.ts";
import { isAway } from "./bot.ts";
import { castOf, nudgePlan, oneToOnePlans, TEAM, workTime, zones } from "./cast.ts";
import { createChance } from "./chance.ts";
import type { Without } from "./crash.ts";
import { createCrew } from "./crew.ts";
import { drawLedger, type Ledger, type Trouble } from "./ledger.ts";
import { createPromises } from "./promises.ts";
import { openWorld } from "./world.ts";

export interface YearOptions {
  readonly people: number;
  readonly from: number;
  readonly until: number;
  readonly seed: number;
  /** Of this folder only the database is used. */
  readonly folder: string;
  /** In so many weeks bots in processes of their own are killed. */
  readonly killWeeks: number;
  readonly without?: Without;
}

export interface YearResult extends Ledger {
  readonly accidents: Readonly<Record<"crashes" | "kills" | "bad answers" | "restarts" | "edits", number>>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const IDLE = 6 * HOUR;

interface Chore {
  readonly at: number;
  run(): Promise<void>;
}

/** Lets people, bots and Slack live from `from` to `until`, with everything that goes wrong in between, and draws the ledger. */
export async function simulate(options: YearOptions): Promise<YearResult> {
  const { people, from, until, seed, folder, without = {} } = options;
  const chance = createChance(seed);
  const cast = castOf(people, from, chance);
  const promises = createPromises(from, until);
  const troubles: Trouble[] = [];
  const moments: number[] = [];
  const count = { kills: 0, "bad answers": 0, restarts: 0, edits: 0 };
  const chores: Chore[] = [];
  await using world = await openWorld(cast, from, folder);
  const { clock } = world;
  const crew = createCrew(world, chance, without, () => moments.push(clock.truth()));
  const pauses = new Map<string, number>();
  const stopped = new Set<string>();
  let unwell = false;

  const plan = (at: number, run: Chore["run"]) => chores.push({ at, run });
  const owner = (user: string) => ({ team: TEAM, user });
  const engines = () => (clock.truth() % (2 * WEEK) < WEEK ? 2 : 1);

  function trouble(why: Trouble["why"], milliseconds: number): void {
    troubles.push({ why, from: clock.truth(), until: clock.truth() + milliseconds });
  }

  /** Again later, when the bot is there and nothing of this person is on its way. */
  function choice(at: number, user: string, make: (now: number) => Promise<void>): void {
    plan(at, async () => {
      const wrong = troubles.some((one) => one.from - HOUR < clock.truth() && one.until + HOUR > clock.truth());
      if (crew.book === undefined || wrong || (await crew.isBusy(user))) {
        choice(clock.truth() + 37 * MINUTE, user, make);
        return;
      }
      count.edits += 1;
      await make(clock.now());
    });
  }

  async function savePlans(user: string, now: number, plans: ReturnType<typeof promises.plansOf>): Promise<void> {
    for (const one of plans) {
      await crew.book?.savePlan(owner(user), one, now);
      promises.choose(user, one, now);
      pauses.delete(`${user} ${one.id}`);
    }
    stopped.delete(user);
  }

  function planChoices(): void {
    for (const { user } of cast) {
      const choices = chance.between(0, Math.ceil((until - from) / (12 * WEEK)));
      for (let index = 0; index < choices; index += 1) {
        choice(from + chance.between(1, Math.floor((until - from) / MINUTE)) * MINUTE, user, (now) =>
          choose(user, now),
        );
      }
    }
  }

  async function choose(user: string, now: number): Promise<void> {
    const before = promises.plansOf(user);
    const zone = before[0]?.rule.zone ?? "UTC";

    const kind = chance.pick(["zone", "hour", "day", "pause", "one-to-one", "stop"]);
    switch (stopped.has(user) ? "hour" : kind) {
      case "zone": {
        const next = chance.pick(zones);
        await crew.book?.changeZone(owner(user), next, now);
        for (const one of before) {
          const from = Math.max(now, pauses.get(`${user} ${one.id}`) ?? now);
          promises.choose(user, { ...one, rule: { ...one.rule, zone: next } }, now, from);
        }
        return;
      }
      case "hour":
        return savePlans(
          user,
          now,
          before.map((one) => ({ ...one, rule: { ...one.rule, time: workTime(chance) } })),
        );
      case "day":
        return savePlans(user, now, [nudgePlan(zone, chance, chance.pick([1, 2, 3, 4, 5]))]);
      case "pause": {
        const end = now + chance.between(3, 30) * DAY;
        for (const one of before) {
          await crew.book?.pause(owner(user), one.id, end, now);
          promises.choose(user, one, now, end);
          pauses.set(`${user} ${one.id}`, end);
        }
        return;
      }
      case "one-to-one":
        return savePlans(user, now, oneToOnePlans(zone, from, chance));
      case "stop":
        for (const one of before) await crew.book?.switchOff(owner(user), one.id, "stopped", now);
        promises.leave(user, now);
        stopped.add(user);
        return choice(now + 3 * WEEK, user, (later) => savePlans(user, later, before));
    }
  }

  function planOutages(): void {
    const weeks = Math.floor((until - from) / WEEK);
    /** A Monday morning somewhere. */
    const monday = (share: number) => {
      const week = Math.floor(share * weeks);
      const toMonday = (8 - (new Date(from).getUTCDay() || 7)) % 7;
      return from + toMonday * DAY + week * WEEK + chance.between(-10 * 60, 16 * 60) * MINUTE;
    };
    const down = (at: number, milliseconds: number) =>
      plan(at, async () => {
        if (crew.book === undefined || unwell) return;
        count.restarts += 1;
        trouble("bot-down", milliseconds);
        await crew.stop();
        plan(clock.truth() + milliseconds, () => crew.start(engines()));
      });
    const slackDown = (at: number, why: "slack-down" | "token-revoked", milliseconds: number) =>
      plan(at, async () => {
        if (crew.book === undefined || unwell) return;
        unwell = true;
        trouble(why, milliseconds);
        world.faults(why === "slack-down" ? { serverError: 503 } : { tokenRevoked: true });
        plan(clock.truth() + milliseconds, async () => {
          world.faults({});
          unwell = false;
          await crew.book?.resumeWorkspace(TEAM);
        });
      });

    const outages = weeks < 20 ? [0.5, 2, 26] : [0.5, 2, 8, 72, 24 * 16];
    for (const [index, hours] of outages.entries()) down(monday(0.1 + index * 0.17), hours * HOUR);
    for (let week = 0; week < weeks; week += 1)
      if (chance.maybe(0.3)) down(monday(week / weeks), chance.between(2, 90) * MINUTE);
    for (const share of [0.05, 0.4, 0.9]) slackDown(monday(share), "slack-down", 45 * MINUTE);
    slackDown(monday(0.55), "token-revoked", 10 * MINUTE);
    for (const share of [0.25, 0.75]) {
      plan(monday(share), async () => {
        trouble("clock-wrong", 20 * MINUTE);
        clock.setWrong(-HOUR);
        plan(clock.truth() + 20 * MINUTE, async () => clock.setWrong(0));
      });
    }
  }

  function planKills(): void {
    for (let index = 0; index < options.killWeeks; index += 1) {
      killAfter(from + ((index + 0.6) / options.killWeeks) * (until - from - WEEK));
    }
  }

  /** On the next Monday on which the bot is there. */
  function killAfter(after: number): void {
    const monday = { time: "09:00", cadence: { kind: "weekly", weekday: 1 } } as const;
    plan(promises.oracle("Europe/Berlin").nextSlot(monday, after) + 1000, async () => {
      if (crew.book === undefined || unwell) {
        killAfter(clock.truth());
        return;
      }
      await crew.stop();
      moments.push(clock.truth());
      world.faults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
      for (let kill = 0; kill < 3; kill += 1) if (await world.runChild(chance.between(1, 24))) count.kills += 1;
      await world.runChild(null);
      world.faults({});
      await crew.start(engines());
    });
  }

  /** Something goes wrong with the next calls. */
  function badAnswers(): void {
    if (unwell || !chance.maybe(0.15)) return;
    const methods = chance.pick([["chat.postMessage"], ["chat.postMessage"], ["conversations.history"], []]);
    const remaining = chance.between(1, 4);
    const fault = chance.pick<Partial<Faults>>([
      { rateLimit: chance.pick([1, 5, 30]) },
      { serverError: chance.pick([500, 503]) },
      { loseReply: true },
      { loseReply: true },
      { hang: true },
    ]);
    count["bad answers"] += remaining;
    moments.push(clock.truth());
    world.faults({ ...fault, methods, remaining });
  }

  async function runChores(): Promise<void> {
    for (;;) {
      const due = chores.filter(({ at }) => at <= clock.truth()).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) return;
      chores.splice(chores.indexOf(due), 1);
      await due.run();
    }
  }

  await crew.start(2);
  for (const { user, plans } of cast) {
    // As Home's event says it when somebody opens it to set this up.
    await crew.book?.rememberChannel(owner(user), `D${user.slice(1)}`);
    await savePlans(user, from, plans);
  }
  planChoices();
  planOutages();
  planKills();
  for (let at = from + 30 * DAY; at < until; at += 30 * DAY)
    plan(at, async () => void (crew.book && (await crew.keepRecords())));

  while (clock.truth() < until) {
    const due = crew.book === undefined ? Number.POSITIVE_INFINITY : await crew.nextDue();
    const nextMinute = (Math.floor(clock.truth() / MINUTE) + 1) * MINUTE;
    const tick = Math.max(nextMinute, Math.ceil(Math.min(due, clock.truth() + IDLE) / MINUTE) * MINUTE);
    const chore = Math.min(...chores.map(({ at }) => at));

    await clock.runTo(Math.min(tick, chore, until));
    await runChores();
    if (clock.truth() < tick || crew.book === undefined) continue;
    if (due <= clock.truth()) {
      badAnswers();
      if (chance.maybe(0.1)) crew.armOne(chance.between(1, 40));
    }
    await crew.minute();
  }
  // The last messages and questions come to rest.
  if (crew.book === undefined) await crew.start(1);
  world.faults({});
  for (let minute = 1; minute <= 45; minute += 1) {
    await clock.runTo(until + minute * MINUTE);
    await crew.minute();
  }
  await crew.stop();

  const ledger = drawLedger({
    promises,
    until: until - DAY,
    arrivals: world.arrivals(),
    records: crew.records,
    troubles,
    accidents: moments,
    isAway,
  });
  return { ...ledger, accidents: { crashes: crew.crashes, ...count } };
}
