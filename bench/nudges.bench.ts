import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createScratch } from "../simulate/scratch.ts";
import { createLog } from "../src/log.ts";
import { createClock } from "../src/nudges/clock.ts";
import { createEngine } from "../src/nudges/engine.ts";
import { planNext, takeTurn } from "../src/nudges/planning.ts";
import { judge } from "../src/nudges/time/verdict.ts";
import { usualHours } from "../src/nudges/time/working-hours.ts";
import { createSlackMessenger } from "../src/slack/slack-messenger.ts";
import { createBackgroundClient } from "../src/slack/transport/web-clients.ts";
import { toNextColumns, toPlanColumns } from "../src/store/nudge-rows.ts";
import { type Database, openDatabase } from "../src/store/open-database.ts";
import { createSqlNudgeBook } from "../src/store/sql-nudge-book.ts";
import { type Aim, atMost, type Print } from "./aim.ts";
import { commandsMeanwhile } from "./nudges-meanwhile.ts";
import { openPacedSlack } from "./open-paced-slack.ts";

/**
 * 10,000 people due at nine among 1,000,000 plans, one workspace. Slack is a server in a thread of its own that lets so many messages a second
 * through (a token bucket) and answers 429 to the rest. The real pace is several hundred a minute; the bench runs at a scaled one, which it
 * prints, and the floor is what that pace alone takes.
 */

const PLANS = 1_000_000;
const DUE = 10_000;
const SLACK_PER_SECOND = 250;
const SLACK_BURST = 250;
const REAL_PER_MINUTE = 300;
const NINE = Date.parse("2027-01-11T09:00:00Z");
const TEAM = "T1";

const plan = {
  id: "nudge",
  kind: "nudge",
  about: "",
  rule: { zone: "Europe/London", time: "09:00", cadence: { kind: "weekly", weekday: 1 } },
  timing: { kind: "at", usefulMinutes: 180 },
} as const;

export async function benchNudges(print: Print, plans = PLANS, due = DUE): Promise<Aim[]> {
  using folder = createScratch();
  await using database = await openDatabase(`sqlite:${folder.path}/bench.db`);
  const row = (name: string, value: string) => print(`  ${name.padEnd(46)}${value}`);

  print(`${due.toLocaleString("en-GB")} due among ${plans.toLocaleString("en-GB")} plans`);
  await fill(database, plans, due);
  const book = createSqlNudgeBook(database);
  const early = NINE - 60_000;
  const idle = await medianOf(200, async () => {
    await book.takeTurns(early, 50, takeTurn);
    await book.unresolved(early, 200);
    await book.workspacesWaiting(early);
  });
  row("idle tick", `${idle.toFixed(3)} ms`);

  const clock = createClock(NINE + 1000 - Date.now());
  await using slack = await openPacedSlack({ perSecond: SLACK_PER_SECOND, burst: SLACK_BURST });
  const client = createBackgroundClient(slack.apiUrl, "xoxb-bench-1", quiet);
  const engine = createEngine({
    book,
    messenger: createSlackMessenger(() => client),
    compose: async () => ({ kind: "message", message: { text: "A nudge.", blocks: [] } }),
    clock,
    log: quiet,
    random: Math.random,
    judge,
    takeTurn,
    // The usual options, faster by the scale: a tenth below what Slack allows.
    pace: { start: SLACK_PER_SECOND * 0.9, least: 1, most: SLACK_PER_SECOND * 4, burst: SLACK_BURST * 0.8 },
    reconciling: { settleMs: 30_000, lookups: 8 },
  });

  const heapBefore = await heap();
  const lag = monitorEventLoopDelay({ resolution: 1 });
  lag.enable();
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  await engine.tick(new AbortController().signal);
  const planned = performance.now() - begun;
  const worked = process.cpuUsage(cpuBefore);
  lag.disable();
  const cpu = (worked.user + worked.system) / 1000;
  row("planned", `${planned.toFixed(0)} ms, ${cpu.toFixed(0)} ms of work in this process`);
  row("longest stop of the event loop", `${(lag.max / 1e6).toFixed(0)} ms`);

  const heapPlanned = await heap();
  await engine.idle();
  const took = (performance.now() - begun) / 1000;
  const { accepted, refused } = await slack.counts();
  const grown = (Math.max(heapPlanned, await heap()) - heapBefore) / 1e6;
  const floor = (due - SLACK_BURST) / SLACK_PER_SECOND;
  const scale = (SLACK_PER_SECOND * 60) / REAL_PER_MINUTE;

  row("Slack's pace in this run", `${SLACK_PER_SECOND}/s, ${scale.toFixed(0)} x the real ${REAL_PER_MINUTE}/min`);
  row("delivered", `${took.toFixed(1)} s, ${(took / floor).toFixed(2)} x of ${floor.toFixed(1)} s`);
  row("messages that Slack took", String(accepted));
  row("answered 429", `${((refused / (accepted + refused)) * 100).toFixed(2)} %`);
  row("heap of all of them, at most", `${grown.toFixed(1)} MB`);
  await engine.stop();
  const meanwhile = await commandsMeanwhile(row, 1);
  const tenfold = await commandsMeanwhile(row, 10);
  return [
    atMost("nudges, idle tick among a million plans", idle, 1, " ms"),
    atMost("nudges, 10,000 planned", planned, 1000, " ms"),
    atMost("nudges, longest stop of the event loop while planning", lag.max / 1e6, 50, " ms"),
    atMost("nudges, delivery against the floor of Slack's pace", took / floor, 1.15, " x"),
    atMost("nudges, calls answered 429", (refused / (accepted + refused)) * 100, 1, " %"),
    atMost("nudges, heap of 10,000", grown, 5, " MB"),
    atMost("nudges, a person's command meanwhile at Slack's pace, p99", meanwhile, 1.5, " x"),
    atMost("nudges, a person's command meanwhile at ten times that pace, p99", tenfold, 1.5, " x"),
  ];
}

const quiet = createLog("error", { write: () => undefined });

/** Rows as the book writes them, a thousand in a statement. */
async function fill({ queries }: Database, plans: number, due: number): Promise<void> {
  const now = toPlanColumns(plan, planNext(plan, usualHours, NINE - 60_000));
  const later = { ...now, ...toNextColumns(planNext(plan, usualHours, NINE)) };
  const more = { team_id: TEAM, state: "on", reason: null, paused_until: null } as const;

  for (let from = 0; from < plans; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, plans - from) }, (_, index) => {
      const isDue = (from + index) % Math.floor(plans / due) === 0;
      return { ...more, user_id: `U${String(from + index).padStart(9, "0")}`, ...(isDue ? now : later) };
    });
    await queries.insertInto("nudge_plan").values(rows).execute();
  }
}

async function medianOf(rounds: number, work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

/** Twice: what the first collection lets go of may have held on to more. */
async function heap(): Promise<number> {
  collect();
  await delay(200);
  collect();
  return process.memoryUsage().heapUsed;
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
