import { setTimeout as delay } from "node:timers/promises";
import { createScratch } from "../simulate/scratch.ts";
import { planNext } from "../src/nudges/planning.ts";
import type { WorkingHours } from "../src/nudges/time/working-hours.ts";
import { toPlanColumns } from "../src/store/nudge-rows.ts";
import { openDatabase } from "../src/store/open-database.ts";
import { quantile } from "./aim.ts";
import { type Connections, openConnections, signedCommand, TEAM } from "./http/client.ts";
import { environment, LINE, type Running, SECRET, startServer } from "./http/processes.ts";
import { openPacedSlack } from "./open-paced-slack.ts";

/**
 * A person's commands while the same bot sends nudges. Two whole bots, each in a process of its own, stand side by side: one sends all the
 * time, with the words, the questions to Slack and the commits of a real nudge; the other has nothing to send. Both are asked in turns, over
 * signed HTTP and from another process, because the machine's speed changes. A command is sent at its time whether the one before it was
 * answered or not, and waits from that time on.
 *
 * `scale` is how many times faster the nudges go out than Slack lets a workspace receive them. At one a person is as they would be; above it
 * the processor has that many times the nudges to send.
 */
const REAL_PER_MINUTE = 300;
const ROUNDS = 15;
const TURN_MS = 1_500;
const WARM_MS = 4_000;
const COMMANDS_PER_SECOND = 100;
const CONNECTIONS = 32;
const SECONDS = (2 * ROUNDS * TURN_MS + 3 * WARM_MS) / 1000 + 20;

/** Resolves to the ratio of the two 99th percentiles. */
export async function commandsMeanwhile(row: (name: string, value: string) => void, scale: number): Promise<number> {
  const perSecond = (REAL_PER_MINUTE / 60) * scale;
  using folder = createScratch();
  await using slack = await openPacedSlack({ perSecond, burst: perSecond });
  const open = async (name: string, nudges: number) => {
    const databaseUrl = `sqlite:${folder.path}/${name}.db`;
    await fill(databaseUrl, nudges);
    return await startServer({
      kind: "ours",
      env: { ...environment(slack.apiUrl), DATABASE_URL: databaseUrl },
      pace: { start: perSecond * 0.9, least: 1, most: perSecond * 0.9, burst: Math.max(1, perSecond / 10) },
    });
  };
  using calm = await open("calm", 0);
  using busy = await open("busy", Math.ceil(perSecond * SECONDS));
  const times = { calm: [] as number[], busy: [] as number[] };

  for (const server of [calm, busy]) await ask(server, WARM_MS);
  const before = (await slack.counts()).accepted;
  const begun = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    times.calm.push(...(await ask(calm, TURN_MS)));
    times.busy.push(...(await ask(busy, TURN_MS)));
  }
  const sent = ((await slack.counts()).accepted - before) / ((performance.now() - begun) / 1000);
  const [alone, meanwhile] = [quantile(times.calm, 0.99), quantile(times.busy, 0.99)];

  row(
    "nudges sent while people ask",
    `${sent.toFixed(1)}/s, ${((sent * 60) / REAL_PER_MINUTE).toFixed(1)} x the real ${REAL_PER_MINUTE}/min`,
  );
  row(
    "a person's command, median",
    `${quantile(times.calm, 0.5).toFixed(2)} ms alone, ${quantile(times.busy, 0.5).toFixed(2)} ms meanwhile`,
  );
  row("a person's command, p99", `${alone.toFixed(2)} ms alone, ${meanwhile.toFixed(2)} ms meanwhile`);
  return meanwhile / alone;
}

const always: WorkingHours = { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" };

/** People whose nudge is due at this moment, whatever the day and the hour are. */
async function fill(databaseUrl: string, nudges: number): Promise<void> {
  await using database = await openDatabase(databaseUrl);
  const now = Date.now();
  const there = Temporal.Instant.fromEpochMilliseconds(now - 60_000).toZonedDateTimeISO("UTC");
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  const plan = {
    id: "nudge",
    kind: "nudge",
    about: "",
    rule: {
      zone: "UTC",
      time: there.toPlainTime().toString({ smallestUnit: "minute" }),
      cadence: { kind: "weekly", weekday: weekdays[there.dayOfWeek - 1] ?? 1 },
    },
    timing: { kind: "at", usefulMinutes: 180 },
  } as const;
  const columns = toPlanColumns(plan, planNext(plan, always, now - 5 * 60_000));
  const people = Array.from({ length: nudges }, (_, index) => ({ team_id: TEAM, user_id: `U${100_000 + index}` }));

  for (let from = 0; from < people.length; from += 500) {
    const some = people.slice(from, from + 500);
    const more = { state: "on", reason: null, paused_until: null } as const;
    await database.queries
      .insertInto("nudge_plan")
      .values(some.map((one) => ({ ...one, ...columns, ...more })))
      .execute();
    await database.queries
      .insertInto("nudge_person")
      .values(some.map((one) => ({ ...one, hours: JSON.stringify(always), channel: null })))
      .execute();
  }
}

/** Milliseconds from when each command was to be sent until its answer was whole. */
async function ask(server: Running, milliseconds: number): Promise<number[]> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnections(server.port, 1)));
  const request = signedCommand(LINE, SECRET);
  const idle: Connections[] = [...connections];
  const times: number[] = [];
  const waiting: Promise<void>[] = [];
  const begin = performance.now();

  for (let at = begin; at < begin + milliseconds; at += 1000 / COMMANDS_PER_SECOND) {
    await delay(Math.max(0, at - performance.now()));
    let connection = idle.pop();
    for (; connection === undefined; connection = idle.pop()) await delay(1);
    const { ask: send } = connection;
    const back = connection;
    waiting.push(
      send(request).then(() => {
        times.push(performance.now() - at);
        idle.push(back);
      }),
    );
  }
  await Promise.all(waiting);
  for (const connection of connections) connection.close();
  return times;
}
