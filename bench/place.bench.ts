import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLibrary } from "../src/catalogue/library.ts";
import { createKeptLibrary } from "../src/criteria-keeping.ts";
import { createLog } from "../src/log.ts";
import { createDesk } from "../src/slack/desk.ts";
import { createPlaceDesk, type MyPage } from "../src/slack/place-desk.ts";
import { NEWEST } from "../src/slack/wins-code.ts";
import { type Aim, atMost, median, type Print } from "./aim.ts";
import { openLog, owner, ownWins, seedDatabase } from "./store-seed.ts";

/**
 * What a person with 2,000 wins looks at, from the database to Slack's blocks, among 100,000 and among 1,000,000 wins of others. Both databases
 * are open at once and take turns within every round; a ratio is the median of the rounds' ratios.
 */
const ROUNDS = 15;
const REPEATS = 8;
const MEGABYTE = 1024 * 1024;

const PAGES: Readonly<Record<string, { readonly page: MyPage; readonly surface: "home" | "message" }>> = {
  Home: { page: { kind: "home", page: 1 }, surface: "home" },
  "/wins": { page: { kind: "wins", page: NEWEST }, surface: "message" },
  "/wins search": { page: { kind: "wins", page: { ...NEWEST, filter: { words: "zebra" } } }, surface: "message" },
};

export async function benchPlace(
  print: Print,
  sizes: readonly [number, number] = [100_000, 1_000_000],
): Promise<readonly Aim[]> {
  const folder = mkdtempSync(join(tmpdir(), "progression-bench-place-"));

  try {
    await using opened = new AsyncDisposableStack();
    const before = process.memoryUsage().rss;
    const [small, large] = [await openPlace(folder, sizes[0], opened), await openPlace(folder, sizes[1], opened)];
    const aims: Aim[] = [];

    print(`pages of a person with ${ownWins} wins, database to blocks (ms, median)`);
    for (const [name, { page, surface }] of Object.entries(PAGES)) {
      const times = { small: [] as number[], large: [] as number[] };
      const turns = { small: () => small(page, surface), large: () => large(page, surface) };

      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const who of round % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const)) {
          const time = await timeOf(turns[who]);
          if (round > 0) times[who].push(time);
        }
      }
      const ratio = median(times.large.map((time, round) => time / (times.small[round] ?? time)));

      print(
        `  ${name.padEnd(13)} among ${sizes[0]}: ${median(times.small).toFixed(2).padStart(6)}   among ${sizes[1]}: ${median(times.large).toFixed(2).padStart(6)}   ratio ${ratio.toFixed(2)}`,
      );
      aims.push(atMost(`${name} among ${sizes[1] / sizes[0]} times as many wins`, ratio, 2, " x"));
    }
    print(
      `  memory grew by ${((process.memoryUsage().rss - before) / MEGABYTE).toFixed(0)} MB, with both databases open and their seeds made`,
    );
    return aims;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Draw = (page: MyPage, surface: "home" | "message") => Promise<unknown>;

async function openPlace(folder: string, size: number, opened: AsyncDisposableStack): Promise<Draw> {
  const path = join(folder, `${size}.db`);

  await seedDatabase(path, size);
  const { database, log } = await openLog(path);
  opened.defer(() => database.close());
  const library = opened.use(await createLibrary("frameworks"));
  const frameworks = await createKeptLibrary(library, database, {
    log: createLog("error"),
    now: () => new Date(),
    prepare: async () => undefined,
  });
  const catalogue = () => frameworks.current();
  const desk = createDesk({
    library: frameworks,
    admins: { includes: async () => false },
    version: "bench",
    readerOf: async () => ({ framework: null, level: null }),
  });
  const place = createPlaceDesk({
    log,
    desk,
    catalogue,
    find: frameworks.find,
    now: Date.now,
    winEmoji: null,
    people: {
      known: () => undefined,
      glance: async () => undefined,
      look: async () => undefined,
      nameOf: () => undefined,
      learnName: () => undefined,
      learn: (_, { name = "" }) => ({ standing: "member", tz: null, name }),
      age: () => 0,
    },
  });
  await log.saveProfile(owner, { framework: "/engineering/backend", level: 3, setUpAt: "2026-01-01T00:00:00.000Z" });

  return (page, surface) => place.view(owner, page, surface);
}

async function timeOf(draw: () => Promise<unknown>): Promise<number> {
  const from = performance.now();

  for (let turn = 0; turn < REPEATS; turn += 1) await draw();
  return (performance.now() - from) / REPEATS;
}
