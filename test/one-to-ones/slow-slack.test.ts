import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createPeople } from "../../src/slack/people.ts";
import { createBackgroundClient } from "../../src/slack/transport/web-clients.ts";
import { startSlack } from "../local-slack/bot.ts";
import { BACKEND, MAYA } from "../support/workspace.ts";
import { openBench, TEAM } from "../wins/bench.ts";

/** Slack gives three seconds, also while it does not say itself who somebody is. */

test("whoever is being waited for glances: they stop waiting for Slack long before it is given up on", async () => {
  await using slack = await startSlack();
  const log = createLog("error", { write: () => undefined });
  const client = createBackgroundClient(slack.apiUrl, "xoxb-local-1", log, 5_000);
  const people = createPeople({ client, log, now: Date.now, teamId: () => TEAM });
  const owner = { team: TEAM, user: MAYA };
  slack.setFaults({ hang: true, methods: ["users.info"] });

  const looking = people.look(owner).then(() => "looked");
  expect(await Promise.race([people.glance(owner), looking])).toBeUndefined();
  // The second one has nothing left to wait for.
  const again = people.glance(owner).then(() => "glanced");
  expect(await Promise.race([again, new Promise((resolve) => setTimeout(resolve, 100, "waits"))])).toBe("glanced");
});

test("while Slack does not say who somebody is, their 1:1s and their Home are there all the same", async () => {
  await using bench = await openBench();
  bench.workspace.slack.setFaults({ hang: true, methods: ["users.info"] });

  const answers = await Promise.all([
    bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text: "/progression 1:1" }),
    bench.gesture({ kind: "home", as: MAYA }),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
});
