import { expect, test } from "vitest";
import { runBurst } from "./burst.ts";

test("kill -9 in a burst of captures loses no win that was acknowledged and doubles none, also when they are sent again", async () => {
  const killAfter = 60 + Math.floor(Math.random() * 120);

  const { sent, acknowledged, survived, answers, kept } = await runBurst(300, killAfter);

  expect(acknowledged.length).toBeGreaterThanOrEqual(killAfter);
  expect(acknowledged.length).toBeLessThan(sent.length);
  expect(acknowledged.filter((text) => !survived.includes(text))).toEqual([]);
  expect(new Set(survived).size).toBe(survived.length);
  expect(answers.filter((answer) => !answer.includes("Only you can see this"))).toEqual([]);
  expect(kept.toSorted()).toEqual(sent.toSorted());
}, 60_000);
