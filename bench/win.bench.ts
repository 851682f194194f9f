import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Aim, atLeast, median, type Print, quantile } from "./aim.ts";
import { type Load, openConnections, signedCommand, TEAM } from "./http/client.ts";
import { environment, openApi, type Running, SECRET, startServer } from "./http/processes.ts";
import { newWin, openLog, seedDatabase } from "./store-seed.ts";

/**
 * A win from the signed request to the receipt in the acknowledgement, against a server that does the least that can be called saving one.
 * Every text is another, many people type, 100,000 wins are there already. The servers take turns and the order changes; a ratio is the
 * median of the rounds' ratios.
 */
const ROUNDS = 9;
const TURN_MS = 1_000;
const PEOPLE = 1_000;
const IN_FLIGHT = 16;
const SEEDED = 100_000;
const FRAMEWORK = "/engineering/backend";

export async function benchWin(print: Print, seeded = SEEDED): Promise<Aim[]> {
  const folder = mkdtempSync(join(tmpdir(), "progression-bench-win-"));

  try {
    return await measure(print, folder, seeded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(print: Print, folder: string, seeded: number): Promise<Aim[]> {
  await using opened = new AsyncDisposableStack();
  const api = await openApi();
  opened.defer(api.close);
  const servers = await openServers(folder, api.url, opened, seeded);
  const loads: Record<Who, Load[]> = { receipt: [], saved: [], raw: [] };

  for (const who of ALL) await turn(servers[who], 3 * TURN_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const index of ALL.keys()) {
      const who = ALL[(index + round) % ALL.length] ?? "raw";

      loads[who].push(await turn(servers[who], TURN_MS));
    }
  }
  const ratio = (who: Who) => median(loads[who].map(({ rate }, round) => rate / (loads.raw[round]?.rate ?? rate)));

  print(`/win TEXT, ${IN_FLIGHT} in flight, ${PEOPLE} people, ${seeded} wins stored before`);
  print("");
  print("| server | wins/s | p50, p99 ms | ratio |");
  print("| --- | --- | --- | --- |");
  for (const who of ALL) print(row(NAMES[who], loads[who], ratio(who)));
  return [
    atLeast("a win with its receipt, of raw node:http and one durable row", ratio("receipt"), 0.55, " x"),
    atLeast("a win without suggestions, of raw node:http and one durable row", ratio("saved"), 0.7, " x"),
  ];
}

type Who = "receipt" | "saved" | "raw";
const ALL: readonly Who[] = ["receipt", "saved", "raw"];
const NAMES: Record<Who, string> = {
  receipt: "ours, receipt with suggestions",
  saved: "ours, nothing to suggest from",
  raw: "node:http, HMAC, one row, FULL",
};

async function openServers(
  folder: string,
  apiUrl: string,
  opened: AsyncDisposableStack,
  seeded: number,
): Promise<Record<Who, Running>> {
  const pathOf = (who: Who) => join(folder, `${who}.db`);

  for (const who of ALL) {
    await seedDatabase(pathOf(who), seeded);
    const { database, log } = await openLog(pathOf(who));
    for (let n = 0; n < PEOPLE; n += 1) {
      await log.saveProfile({ team: TEAM, user: userOf(n) }, { framework: FRAMEWORK, level: 3 });
    }
    await database.close();
  }
  const ours = async (who: Who, frameworks: string) =>
    opened.use(
      await startServer({
        kind: "ours",
        env: { ...environment(apiUrl), DATABASE_URL: `sqlite:${pathOf(who)}`, FRAMEWORKS_DIR: resolve(frameworks) },
      }),
    );
  const proseOnly = join(folder, "prose");
  mkdirSync(proseOnly);
  copyFileSync("frameworks/how-we-use-frameworks.md", join(proseOnly, "prose.md"));
  const receipt = await ours("receipt", "frameworks");
  const saved = await ours("saved", proseOnly);
  const raw = opened.use(
    await startServer({ kind: "raw", secret: SECRET, path: pathOf("raw"), answer: await receiptOf(receipt) }),
  );

  for (const server of [receipt, saved]) await everybodyOnce(server);
  return { receipt, saved, raw };
}

async function receiptOf(server: Running): Promise<string> {
  const connections = await openConnections(server.port, 1);

  try {
    const answer = await connections.ask(nextWin());

    if (!answer.includes("Nothing is filed until you press Add")) {
      throw new Error(`This is no receipt with suggestions: ${answer.slice(0, 300)}`);
    }
    return answer;
  } finally {
    connections.close();
  }
}

/** So that who they are is known, as it is of somebody who used the bot today. */
async function everybodyOnce(server: Running): Promise<void> {
  const connections = await openConnections(server.port, 1);

  for (let n = 0; n < PEOPLE; n += 1) await connections.ask(nextWin());
  connections.close();
}

async function turn(server: Running, milliseconds: number): Promise<Load> {
  const connections = await openConnections(server.port, IN_FLIGHT);
  // Made before the clock starts; more than any of the servers can take.
  const requests = Array.from({ length: 12 * milliseconds }, nextWin);

  try {
    const load = await connections.run(requests, milliseconds);

    if (load.times.length > requests.length) throw new Error("Texts came round again: make more of them.");
    return load;
  } finally {
    connections.close();
  }
}

let made = 0;

function nextWin(): Buffer {
  made += 1;
  return signedCommand(`${newWin(made).text} Told ${made}.`, SECRET, userOf(made % PEOPLE), "/win");
}

function userOf(n: number): string {
  return `U0PERSON${n.toString().padStart(5, "0")}`;
}

function row(name: string, loads: readonly Load[], ratio: number): string {
  const times = [0.5, 0.99].map((share) => median(loads.map((load) => quantile(load.times, share))).toFixed(1));

  return `| ${name} | ${median(loads.map(({ rate }) => rate)).toFixed(0)} | ${times.join(", ")} | ${ratio.toFixed(2)} |`;
}
