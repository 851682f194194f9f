import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "../../src/log.ts";
import { startTick } from "../../src/nudges/tick.ts";

const MINUTE = 60_000;
let monotonic = 0;
let runs = 0;
let lines: string[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2027-01-11T08:59:30Z") });
  monotonic = 0;
  runs = 0;
  lines = [];
});
afterEach(() => vi.useRealTimers());

const log = createLog("debug", { write: (line) => lines.push(line) });
const clock = { monotonic: () => monotonic };
const look = async () => {
  runs += 1;
};

/** Both clocks go on, half a minute at a time. */
async function pass(minutes: number): Promise<void> {
  for (let half = 0; half < minutes * 2; half += 1) {
    monotonic += MINUTE / 2;
    await vi.advanceTimersByTimeAsync(MINUTE / 2);
  }
}

test("it looks at the start and then once a minute", async () => {
  const at: string[] = [];
  await using tick = startTick({ run: async () => void at.push(new Date().toISOString().slice(11, 19)), clock, log });

  await pass(3);

  expect(at).toEqual(["08:59:30", "09:00:00", "09:01:00", "09:02:00"]);
  expect(tick.trouble()).toBeNull();
});

test("a cron that is silent, as after the clock was set back, is replaced by the watchdog", async () => {
  await using tick = startTick({
    run: look,
    clock,
    log,
    schedule: () => async () => undefined,
  });

  await pass(10);

  expect(runs).toBeGreaterThanOrEqual(5);
  expect(tick.trouble()).toBeNull();
  expect(lines.join("")).toContain("the minute was missed");
});

test("a look that throws is logged, and the next one comes", async () => {
  const run = async () => {
    runs += 1;
    if (runs < 3) throw new Error("the disk is full");
  };
  await using tick = startTick({ run, clock, log });

  await pass(4);

  expect(runs).toBe(5);
  expect(lines.join("")).toContain("the disk is full");
  expect(tick.trouble()).toBeNull();
});

test("a look that never ends is given up; until one succeeds the trouble has a name", async () => {
  let stuck = true;
  const run = (signal: AbortSignal) => {
    runs += 1;
    return stuck ? new Promise<void>((_, reject) => signal.addEventListener("abort", reject)) : Promise.resolve();
  };
  const schedule = (job: () => Promise<void>) => {
    const timer = setInterval(job, MINUTE);
    return async () => clearInterval(timer);
  };
  await using tick = startTick({ run, clock, log, schedule });

  await pass(5);
  expect(runs).toBeGreaterThan(3);
  expect(tick.trouble()).toBe("no reminder was looked for in 5 minutes");

  stuck = false;
  await pass(2);
  expect(tick.trouble()).toBeNull();
});

test("once it is disposed of nothing runs any more", async () => {
  const tick = startTick({ run: look, clock, log });
  await tick[Symbol.asyncDispose]();

  await pass(10);

  expect(runs).toBe(1);
});
