import { type AskParts, ask } from "../src/answers/ask.ts";
import type { Catalogue, Criterion, Framework } from "../src/catalogue/types.ts";
import { parseCommand } from "../src/command/parse.ts";
import { createSearch } from "../src/search/search.ts";
import { type Aim, atMost, type Print } from "./aim.ts";

/**
 * Reading a line and searching, per call, at 5,000 and 100,000 criteria. The reference beside it is what one would write without an
 * index: every text lower-cased once and scanned with `includes` for every word. The hostile lines are timed one by one; the worst is shown.
 */
export async function benchReading(print: Print): Promise<Aim[]> {
  const aims: Aim[] = [];
  for (const size of [5_000, 100_000]) {
    const catalogue = syntheticCatalogue(size);
    const search = createSearch(catalogue);
    const reader = { framework: null, level: null };
    const first = timed(() => search.find("incident", null));
    print(`${size} criteria in ${catalogue.frameworks.length} frameworks`);
    print(`  index, built by the first search         ${first.toFixed(0)} ms`);
    print(
      `  first line parsed (names collected)      ${timed(() => parseCommand(LINES[0] ?? "", catalogue, reader)).toFixed(1)} ms`,
    );
    print(
      `  parse, ordinary lines                    ${spread(LINES, (line) => parseCommand(line, catalogue, reader))}`,
    );
    print(`  search, ordinary queries                 ${spread(QUERIES, (query) => search.find(query, null))}`);
    const texts = catalogue.frameworks.flatMap(({ topics }) =>
      topics.flatMap(({ levels }) => levels.flatMap(({ criteria }) => criteria.map(({ text }) => text.toLowerCase()))),
    );
    print(`  naive scan, ordinary queries             ${spread(QUERIES, (query) => scan(query, texts))}`);
    const line = worst(HOSTILE, (typed) => parseCommand(typed, catalogue, reader));
    print(`  worst hostile line                       ${line.shown}`);
    const query = worst([...HOSTILE, ...commonWords(texts)], (typed) => search.find(typed, null));
    print(`  worst hostile query                      ${query.shown}`);
    aims.push(atMost(`worst hostile line, ${size} criteria`, line.time, 50, " ms"));
    aims.push(atMost(`worst hostile query, ${size} criteria`, query.time, 50, " ms"));
    const parts: AskParts = {
      catalogue,
      search,
      reader,
      isAdmin: false,
      command: "/progression",
      version: "0",
      loadedAt: "",
    };
    const compare = {
      kind: "compare",
      framework: "/group-0/framework-0",
      topic: null,
      from: 3,
      to: 4,
      page: 1,
    } as const;
    print(`  compare all topics                       ${spread([compare], (intent) => ask(intent, parts))}`);
  }
  return aims;
}

const LINES = [
  "framework0 topic2 3",
  "3 topic1 framework3",
  "framewrok3 topc2",
  "compare framework1 topic1 3 4",
  "topic1",
  "nothing like it",
];
const QUERIES = [
  "incident",
  "leads incidents",
  "designs complex systems",
  "review",
  "incidant",
  "migration of databases",
];
const HOSTILE = [
  "a",
  "abc",
  "the of and",
  "e".repeat(200),
  "pre".repeat(60),
  "con com pro per tra des imp dev",
  "zz".repeat(8),
  Array.from({ length: 40 }, (_, index) => `w${index}x`).join(" "),
  Array.from({ length: 30 }, () => "topic").join(" "),
  "framework topic",
  "(((((((((",
  "(a+)+$ ".repeat(25),
  "<".repeat(290),
  '"'.repeat(199),
  ":a".repeat(140),
  "\u0301".repeat(250),
  "ﷺ".repeat(12),
  "incidant sistem desing revew migratoin databse servce produt",
  "1 2 3 4 5 6 7 8 9 10",
  "x".repeat(4_000),
  "3->".repeat(90),
];

const VERBS = "Leads Designs Writes Reviews Mentors Plans Debugs Improves Owns Ships Explains Delegates".split(" ");
const THINGS =
  "incidents systems migrations databases services proposals dashboards deployments reviews conversations prototypes contracts".split(
    " ",
  );

function syntheticCatalogue(size: number): Catalogue {
  let made = 0;
  const next = (): Criterion => {
    const id = made;
    made += 1;
    const pick = (words: readonly string[], step: number) => words[Math.floor(id / step) % words.length] ?? "";
    // A vocabulary of its own in every criterion, much of it with one beginning: the worst case of searching by beginnings.
    const own = `pre${(id * 7919).toString(36)} con${(id % 997).toString(36)}`;
    const text = `${pick(VERBS, 1)} complex ${pick(THINGS, 12)} with ${pick(THINGS, 144)} across teams ${own}`;
    return { id: `c${id}`, text, examples: [], source: "own", todo: false };
  };
  const frameworks: Framework[] = [];
  while (made < size) {
    const n = frameworks.length;
    const topics = Array.from({ length: 5 }, (_, topic) => ({
      name: `topic${topic}`,
      title: `Topic${topic} of ${n}`,
      levels: Array.from({ length: 6 }, (_, level) => ({
        level: level + 1,
        criteria: Array.from({ length: 6 }, next),
      })),
    }));
    const path = `/group-${n % 7}/framework-${n}`;
    const title = `Framework${n}`;
    frameworks.push({
      path,
      title,
      sidebarTitle: title,
      sidebarGroup: null,
      homepage: false,
      kind: "topics",
      levels: 6,
      levelPrefix: "",
      body: "",
      topics,
      file: `${path.slice(1)}.md`,
      contentHash: String(n),
    });
  }
  return { frameworks, version: String(size) };
}

function scan(query: string, texts: readonly string[]): string[] {
  const words = query.toLowerCase().split(" ");
  return texts.filter((text) => words.every((word) => text.includes(word))).slice(0, 200);
}

/** Words that stand in every text: the longest lists to weigh. */
function commonWords(texts: readonly string[]): string[] {
  const words = (texts[0] ?? "").split(" ").slice(1, 7).join(" ");
  return [
    words,
    `complex across teams ${THINGS.slice(0, 5).join(" ")}`,
    "com acr tea inc sys mig dat ser",
    '"complex teams" "across incidents"',
  ];
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function spread<Input>(inputs: readonly Input[], run: (input: Input) => unknown): string {
  for (const input of inputs) run(input);
  const times = Array.from({ length: 20 }, () => inputs.map((input) => timed(() => run(input))))
    .flat()
    .toSorted((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function worst(inputs: readonly string[], run: (input: string) => unknown): { time: number; shown: string } {
  const times = inputs.map((input) => {
    run(input);
    // The least of five: what the work costs, and not what else ran on the machine meanwhile.
    return { input, time: Math.min(...Array.from({ length: 5 }, () => timed(() => run(input)))) };
  });
  const slowest = times.toSorted((a, b) => b.time - a.time)[0];
  const time = slowest?.time ?? 0;
  return { time, shown: `${time.toFixed(1)} ms for ${JSON.stringify(slowest?.input.slice(0, 60))}` };
}
