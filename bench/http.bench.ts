import { type Aim, atLeast, atMost, median, type Print, quantile } from "./aim.ts";
import { type Load, openConnections, signedCommand } from "./http/client.ts";
import { LINE, openPair, type Running, SECRET } from "./http/processes.ts";

/**
 * A command over signed HTTP, the bot against bare Bolt, each in a process of its own. They take turns within every round and the order
 * changes from round to round, because the machine's speed changes; a ratio is the median of the rounds' ratios.
 */
const ROUNDS = 21;
const TURN_MS = 400;
const WARM_MS = 2_500;
const MEGABYTE = 1024 * 1024;

export async function benchHttp(print: Print): Promise<Aim[]> {
  await using pair = await openPair();
  const same = Array.from({ length: 500 }, () => signedCommand(LINE, SECRET));
  const several = linesOfTheDay().map((line) => signedCommand(line, SECRET));

  print(`the bot against bare Bolt with ${pair.bare.listeners} listeners, "/progression ${LINE}"`);
  print("");
  print("| in flight | lines | ours/s | bare/s | ratio | ours p50, p99 ms | bare p50, p99 ms |");
  print("| --- | --- | --- | --- | --- | --- | --- |");
  for (const server of [pair.ours, pair.bare]) await turn(server, same, 16, WARM_MS);
  const one = await compare(pair, same, 1);
  print(row("1", "the same", one));
  const sixteen = await compare(pair, same, 16);
  print(row("16", "the same", sixteen));
  const mixed = await compare(pair, several, 16);
  print(row("16", `${several.length} different`, mixed));

  const [ours, bare] = [await pair.ours.rss(), await pair.bare.rss()];
  print("");
  print(`memory after it: ours ${(ours / MEGABYTE).toFixed(0)} MB, bare ${(bare / MEGABYTE).toFixed(0)} MB`);
  return [
    atLeast("throughput of bare Bolt, 16 in flight", sixteen.ratio, 0.9, " x"),
    atLeast("throughput of bare Bolt, 1 in flight", one.ratio, 0.8, " x"),
    atLeast("throughput of bare Bolt, 16 in flight, different lines", mixed.ratio, 0.8, " x"),
    atMost("memory of bare Bolt, after the same requests", ours / bare, 2, " x"),
  ];
}

interface Comparison {
  readonly ratio: number;
  readonly ours: readonly Load[];
  readonly bare: readonly Load[];
}

async function compare(
  { ours, bare }: { readonly ours: Running; readonly bare: Running },
  requests: readonly Buffer[],
  inFlight: number,
): Promise<Comparison> {
  const loads = { ours: [] as Load[], bare: [] as Load[] };

  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const);

    for (const who of order) {
      loads[who].push(await turn(who === "ours" ? ours : bare, requests, inFlight, TURN_MS));
    }
  }
  const ratios = loads.ours.map(({ rate }, round) => rate / (loads.bare[round]?.rate ?? rate));

  return { ratio: median(ratios), ...loads };
}

async function turn(server: Running, requests: readonly Buffer[], inFlight: number, ms: number): Promise<Load> {
  const connections = await openConnections(server.port, inFlight);

  try {
    return await connections.run(requests, ms);
  } finally {
    connections.close();
  }
}

function row(inFlight: string, lines: string, { ratio, ours, bare }: Comparison): string {
  const rate = (loads: readonly Load[]) => median(loads.map((load) => load.rate)).toFixed(0);
  const times = (loads: readonly Load[]) =>
    [0.5, 0.99].map((share) => median(loads.map((load) => quantile(load.times, share))).toFixed(1)).join(", ");

  return `| ${inFlight} | ${lines} | ${rate(ours)} | ${rate(bare)} | ${ratio.toFixed(2)} | ${times(ours)} | ${times(bare)} |`;
}

/** What people really type: pages of several topics and levels, a comparison, a search, a typing slip. */
function linesOfTheDay(): string[] {
  const topics = ["mastery", "communication", "impact", "leadership", "influence"];
  const levels = [1, 2, 3, 4, 5, 6];

  return [
    ...topics.flatMap((topic) => levels.map((level) => `backend ${topic} ${level}`)),
    ...topics.map((topic) => `backend ${topic}`),
    "bakend mastry 3",
    "compare backend mastery 3 4",
    "search incident",
    "backend",
    "",
    "help",
  ];
}
