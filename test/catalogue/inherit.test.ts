import { expect, test } from "vitest";
import { buildCatalogue } from "../../src/catalogue/build.ts";
import { parseFramework } from "../../src/catalogue/parse.ts";

interface Cell {
  readonly level: number;
  readonly criteria?: readonly string[];
  readonly exampleCriteria?: readonly { criteria: string; examples: readonly string[] }[];
}

function framework(path: string, topics: readonly { name: string; title?: string; content: readonly Cell[] }[]) {
  const front = JSON.stringify({ path, title: path, yaml: true, levels: 3, topics });
  return parseFramework(`${path.slice(1)}.md`, new TextEncoder().encode(`---\n${front}\n---\n`));
}

function find(parsed: readonly ReturnType<typeof framework>[], path: string) {
  return buildCatalogue(parsed).catalogue.frameworks.find((candidate) => candidate.path === path);
}

const generic = framework("/generic", [
  {
    name: "impact",
    title: "Impact",
    content: [
      { level: 1, criteria: ["G1"], exampleCriteria: [{ criteria: "GE", examples: ["x"] }] },
      { level: 2, criteria: ["G2"] },
    ],
  },
  { name: "listening", title: "Listening", content: [{ level: 1, criteria: ["L1"] }] },
]);

const own = (title: string | undefined, content: readonly Cell[], name = "impact") =>
  framework("/web", [{ name, ...(title === undefined ? {} : { title }), content }]);

function shown(parsed: readonly ReturnType<typeof framework>[]) {
  const topics = find(parsed, "/web")?.topics ?? [];
  return topics.map(({ title, levels }) => [
    title,
    levels.map(({ criteria }) => criteria.map((c) => `${c.source} ${c.text}`)),
  ]);
}

test("generic's criteria stand after the own ones and the own examples; its example criteria stay behind", () => {
  const web = own("Our impact", [{ level: 1, criteria: ["A"], exampleCriteria: [{ criteria: "B", examples: [] }] }]);
  expect(shown([web, generic])).toEqual([["Impact", [["own A", "own B", "generic G1"], ["generic G2"], []]]]);
});

test("a topic that the framework does not list is not inherited", () => {
  expect(shown([own(undefined, [{ level: 3, criteria: ["A"] }]), generic])).toEqual([
    ["Impact", [["generic G1"], ["generic G2"], ["own A"]]],
  ]);
});

test("a name that differs in case inherits nothing", () => {
  expect(shown([own("Ours", [{ level: 1, criteria: ["A"] }], "Impact"), generic])).toEqual([
    ["Ours", [["own A"], [], []]],
  ]);
});

test("a name that differs in a space inherits nothing, which is said even beside the exact one", () => {
  const content = [{ level: 1, criteria: ["A"] }];
  const web = framework("/web", [
    { name: "impact ", title: "Ours", content },
    { name: "impact", content },
  ]);
  expect(shown([web, generic])).toEqual([
    ["Ours", [["own A"], [], []]],
    ["Impact", [["own A", "generic G1"], ["generic G2"], []]],
  ]);
  expect(buildCatalogue([web, generic]).problems.map(({ code }) => code)).toEqual(["topic-near-generic"]);
});

test("a framework with generic's names and titles is generic and inherits nothing", () => {
  const topics = [
    { name: "impact", title: "Impact", content: [{ level: 1, criteria: ["A"] }] },
    { name: "listening", title: "Listening", content: [{ level: 1, criteria: ["B"] }] },
  ];
  expect(shown([framework("/web", topics), generic])).toEqual([
    ["Impact", [["own A"], [], []]],
    ["Listening", [["own B"], [], []]],
  ]);
});

test("an inherited criterion has one id wherever it is shown, and is one value", () => {
  const web = find([own(undefined, [{ level: 3, criteria: ["A"] }]), generic], "/web");
  const first = find([generic], "/generic")?.topics[0]?.levels[0]?.criteria[0];
  expect(web?.topics[0]?.levels[0]?.criteria[0]).toEqual({ ...first, source: "generic" });
});

test("the order of the files changes nothing, and everything is frozen", () => {
  const web = own(undefined, [{ level: 1, criteria: ["A"] }]);
  const { catalogue } = buildCatalogue([web, generic]);
  expect(buildCatalogue([generic, web]).catalogue).toEqual(catalogue);
  const thaw = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(thaw)] : [];
  expect(thaw(catalogue).filter((value) => !Object.isFrozen(value))).toEqual([]);
});

test("the version changes with any file's content and with nothing else", () => {
  const one = buildCatalogue([own("T", [{ level: 1, criteria: ["A"] }])]).catalogue.version;
  expect(buildCatalogue([own("T", [{ level: 1, criteria: ["A"] }])]).catalogue.version).toBe(one);
  expect(buildCatalogue([own("T", [{ level: 1, criteria: ["B"] }])]).catalogue.version).not.toBe(one);
});

test("the file in service keeps its path when another one claims it", () => {
  const first = framework("/web", [{ name: "a", title: "A", content: [{ level: 1, criteria: ["A"] }] }]);
  const copy = { ...first, file: "a copy.md", framework: first.framework && { ...first.framework, file: "a copy.md" } };
  expect(buildCatalogue([first, copy]).refused).toEqual(new Set(["web.md"]));
  expect(buildCatalogue([first, copy], new Set(["web.md"])).refused).toEqual(new Set(["a copy.md"]));
});
