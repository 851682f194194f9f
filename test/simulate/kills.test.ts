import { expect, test } from "vitest";
import { fanOut } from "../../simulate/fan-out.ts";
import { createScratch } from "../../simulate/scratch.ts";
import { openLife } from "./life-kit.ts";

/** The machine may be busy, and every process has to begin. */
const LIMIT = { timeout: 300_000 };

test("two processes at one database, kill -9 at any moment, lost replies: everybody has it once", LIMIT, async () => {
  using folder = createScratch();

  const { kills, lost, doubled } = await fanOut({ people: 120, kills: 4, seed: 3, folder: folder.path });

  expect([lost, doubled]).toEqual([[], []]);
  expect(kills).toBeGreaterThanOrEqual(3);
});

/** Kills one process at that step of one reminder, and lets this process go on. */
async function endedAt(step: number): Promise<{ readonly killed: boolean | undefined; readonly messages: number }> {
  await using life = await openLife(1);
  await life.crew.stop();
  await life.world.clock.runTo(Date.parse("2028-01-10T09:00:00Z"));
  const [killed] = await life.world.runChildren([{ kind: "step", step }]);
  await life.crew.start(1);
  await life.minutesTo("09:15");
  const [times = []] = life.received().values();
  return { killed, messages: times.length };
}

/** Before and after each call to the book and to Slack; the last ones come when the reminder has been recorded. */
const STEPS = 20;
const AT_ONCE = 4;

test("kill -9 at every numbered step of a reminder, and it comes once", LIMIT, async () => {
  const steps = Array.from({ length: STEPS }, (_, index) => index + 1);
  const ends: Awaited<ReturnType<typeof endedAt>>[] = [];
  for (let next = 0; next < STEPS; next += AT_ONCE) {
    ends.push(...(await Promise.all(steps.slice(next, next + AT_ONCE).map(endedAt))));
  }

  expect(ends.map(({ messages }) => messages)).toEqual(steps.map(() => 1));
  expect(ends.filter(({ killed }) => killed === true).length).toBeGreaterThanOrEqual(16);
});
