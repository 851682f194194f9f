import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import matter from "gray-matter";
import { load } from "js-yaml";
import * as z from "zod";
import { gently } from "../src/catalogue/breath.ts";
import { createLibrary } from "../src/catalogue/library.ts";
import { loadCatalogue } from "../src/catalogue/load.ts";
import { seenInSteps, withIdsInSteps } from "../src/catalogue/stored-ids.ts";
import { lint } from "../src/cli/lint.ts";
import { warmLexicon } from "../src/command/names.ts";
import { parseCommand } from "../src/command/parse.ts";
import { findCriterionInSteps } from "../src/place/criteria-now.ts";
import { searchOf } from "../src/search/searches.ts";
import { openDatabase } from "../src/store/open-database.ts";
import { syncCriteria } from "../src/store/sync-criteria.ts";
import { type Aim, atMost, median, type Print } from "./aim.ts";

/**
 * Loading frameworks against the least that could be done with the same files (split, js-yaml 5, zod), taking turns in one run
 * because the machine's speed changes; how long a reload keeps everybody else waiting; and how long lint needs for all problems.
 */

const seed = readFileSync(new URL("../frameworks/engineering/backend.md", import.meta.url), "utf8");

const generic = readFileSync(new URL("../frameworks/generic.md", import.meta.url), "utf8");

const criterion = z.strictObject({ criteria: z.string(), examples: z.array(z.string()).optional() });
const cell = z.strictObject({
  level: z.int(),
  criteria: z.array(z.string()).optional(),
  exampleCriteria: z.array(criterion).optional(),
});
const topic = z.strictObject({ name: z.string(), title: z.string().nullable(), content: z.array(cell) });
const shape = z.strictObject({
  path: z.string(),
  title: z.string(),
  sidebarTitle: z.string(),
  sidebarGroup: z.string(),
  yaml: z.boolean(),
  levels: z.int(),
  homepage: z.boolean(),
  topics: z.array(topic),
});

function makeFolder(count: number, change: (text: string, index: number) => string = (text) => text): string {
  const folder = mkdtempSync(join(tmpdir(), "progression-bench-"));
  for (let index = 0; index < count; index += 1) {
    const group = join(folder, `group ${index % 20}`);
    mkdirSync(group, { recursive: true });
    const text = seed.replace("/engineering/backend", `/engineering/backend-${index}`);
    writeFileSync(join(group, `backend ${index}.md`), change(text, index));
  }
  writeFileSync(join(folder, "generic.md"), generic);
  return folder;
}

async function loadBare(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".md"));
  let topics = 0;
  let next = 0;
  async function readOn(): Promise<void> {
    while (next < names.length) {
      const name = names[next] ?? "";
      next += 1;
      const [, yaml = ""] = /^---\n(.*?)\n---\n/s.exec(await readFile(join(folder, name), "utf8")) ?? [];
      topics += shape.parse(load(yaml, { maxAliases: 0, maxDepth: 32 })).topics.length;
    }
  }
  await Promise.all(Array.from({ length: 8 }, readOn));
  return topics;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The same with what is decided for every file: gray-matter between the fences, strict decoding, SHA-256, and all of it kept. Still no ids, no checks, nothing inherited. */
async function loadDecided(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".md"));
  const parse = (yaml: string): object => ({ value: load(yaml, { maxAliases: 0, maxDepth: 32 }) });
  const kept = names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = decoder.decode(bytes);
    const { data } = matter(text.slice(0, text.indexOf("\n---\n") + 5), { engines: { yaml: { parse } } });
    return { version: hash("sha256", bytes, "hex"), framework: shape.parse(data["value"]) };
  });
  return kept.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function compareLoading(count: number, rounds: number, print: Print): Promise<Aim> {
  const folder = makeFolder(count);
  try {
    const bare: number[] = [];
    const decided: number[] = [];
    const ours: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const first = await timed(() => loadBare(folder));
      const least = await timed(() => loadDecided(folder));
      const second = await timed(() => loadCatalogue(folder));
      if (round < 0) continue;
      bare.push(first);
      decided.push(least);
      ours.push(second);
    }
    const against = (mine: readonly number[]) => median(mine.map((value, index) => value / (bare[index] ?? value)));
    const ratio = against(ours);
    print(
      `load ${count} files: ${median(ours).toFixed(1)} ms, split + js-yaml + zod ${median(bare).toFixed(1)} ms, ratio ${ratio.toFixed(2)} (aim 1.30 or less; with gray-matter, strict decoding and SHA-256 alone ${against(decided).toFixed(2)})`,
    );
    return atMost(`split + js-yaml + zod, loading ${count} files`, ratio, 1.3, " x");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The most processor time that this thread spent between two turns of the event loop: other programs do not count. */
function watchTurns(): () => number {
  const spentSoFar = () => {
    const { user, system } = process.threadCpuUsage();

    return (user + system) / 1000;
  };
  let [watching, longest, before] = [true, 0, spentSoFar()];
  const look = () => {
    const now = spentSoFar();

    longest = Math.max(longest, now - before);
    before = now;
    if (watching) setImmediate(look);
  };

  setImmediate(look);
  return () => {
    watching = false;
    return longest;
  };
}

async function longestBlock(print: Print): Promise<Aim> {
  const folder = makeFolder(1000);
  try {
    await using library = await createLibrary(folder, {
      watch: false,
      pollMs: 0,
      prepare: async (catalogue) => {
        await searchOf(catalogue).warm();
        await warmLexicon(catalogue);
      },
    });
    const worst: number[] = [];
    const spent: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (let index = 0; index < 1000; index += 1) {
        const path = join(folder, `group ${index % 20}`, `backend ${index}.md`);
        writeFileSync(path, seed.replace("/engineering/backend", `/engineering/backend-${index}-${round}`));
      }
      await nextTurn();
      const longest = watchTurns();
      const start = performance.now();
      await library.reload();
      spent.push(performance.now() - start);
      await nextTurn();
      parseCommand("backend 7 mastery 3", library.current(), { framework: null, level: null });
      searchOf(library.current()).find("incident", null);
      await nextTurn();
      worst.push(longest());
    }
    print(
      `reload of 1000 changed files, its indexes, a first line and a first search: ${median(spent).toFixed(0)} ms, longest event-loop block ${median(worst).toFixed(1)} ms (worst of ${worst.length} reloads ${Math.max(...worst).toFixed(1)} ms; aim 20 ms or less)`,
    );
    return atMost("longest event-loop block of a reload, 1000 files", median(worst), 20, " ms");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The other half of a reload, in a bot: every criterion gets the id that the database knows it by. */
async function longestMatching(print: Print): Promise<Aim[]> {
  const folder = makeFolder(1000);
  try {
    await using database = await openDatabase(`sqlite:${join(folder, "progression.db")}`, { now: () => new Date() });
    const { catalogue } = await loadCatalogue(folder);
    const seen = await gently(seenInSteps(catalogue));
    await syncCriteria(database, seen, new Date());

    async function afterRewording(which: string, isReworded: (index: number) => boolean): Promise<Aim> {
      const worst: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const reworded = seen.map((one, index) =>
          isReworded(index)
            ? { ...one, text: `${one.text} ${round}`, firstId: `${round}${one.firstId.slice(1)}` }
            : one,
        );
        await nextTurn();
        const longest = watchTurns();
        const { ids, aliases } = await syncCriteria(database, reworded, new Date());
        const now = await gently(withIdsInSteps(catalogue, seen, ids));
        await gently(findCriterionInSteps(now, aliases));
        await nextTurn();
        worst.push(longest());
      }
      print(
        `matching ${seen.length} criteria with the stored ones, ${which} reworded: longest event-loop block ${median(worst).toFixed(1)} ms (aim 20 ms or less)`,
      );
      return atMost(`longest event-loop block of matching, 1000 files, ${which} reworded`, median(worst), 20, " ms");
    }

    const perFile = Math.floor(seen.length / 1000);
    return [
      await afterRewording("one", (index) => index === 0),
      await afterRewording("one in each file", (index) => index % perFile === 0),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lintAll(print: Print): Promise<void> {
  const folder = makeFolder(1000, (text, index) =>
    text
      .replace('"Fixes simple bugs"', index % 2 === 0 ? "Fixes bugs: simple ones" : '"Fixes "simple" bugs"')
      .replace("levels: 6", "levels: 5\nemoji: x"),
  );
  try {
    let output = "";
    const io = { out: (text: string) => (output += text), err: () => undefined, env: { frameworksDir: folder } };
    const spent = await timed(() => lint(["--json"], io));
    const problems = JSON.parse(output) as { file: string }[];
    const files = new Set(problems.map(({ file }) => file)).size;
    print(`lint 1000 files: ${spent.toFixed(0)} ms, ${problems.length} problems in ${files} files`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchCatalogue(print: Print): Promise<Aim[]> {
  const aims = [await compareLoading(20, 41, print), await compareLoading(1000, 7, print), await longestBlock(print)];
  aims.push(...(await longestMatching(print)));
  await lintAll(print);
  return aims;
}
