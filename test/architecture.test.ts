import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/**
 * Who may import whom. A folder of `src` is a layer; a file directly in `src` is one by its own name. What is not listed may not be imported,
 * and a folder that is not listed fails.
 */
interface Layer {
  readonly layers: readonly string[];
  readonly packages: readonly string[];
}

const layers: Readonly<Record<string, Layer>> = {
  "src/errors": { layers: [], packages: [] },
  "src/database-url": { layers: [], packages: [] },
  "src/config": { layers: ["src/database-url", "src/errors"], packages: ["zod"] },
  "src/log": { layers: ["src/config"], packages: ["pino", "@slack/bolt"] },
  "src/metrics": { layers: [], packages: ["prom-client"] },
  "src/text": { layers: [], packages: ["stemmer", "stopword", "fastest-levenshtein"] },
  "src/catalogue": {
    layers: ["src/text"],
    packages: ["gray-matter", "js-yaml", "zod", "chokidar", "fastest-levenshtein", "diff"],
  },
  "src/command": { layers: ["src/catalogue", "src/text"], packages: ["fastest-levenshtein", "stemmer"] },
  "src/search": { layers: ["src/catalogue", "src/text"], packages: ["minisearch", "fastest-levenshtein"] },
  "src/matching": { layers: ["src/catalogue", "src/text"], packages: [] },
  "src/answers": { layers: ["src/catalogue", "src/command", "src/search", "src/text"], packages: [] },
  "src/version": { layers: [], packages: [] },
  "src/evidence": { layers: ["src/catalogue", "src/text"], packages: ["zod"] },
  "src/export": { layers: ["src/evidence", "src/nudges", "src/one-to-ones"], packages: ["zod"] },
  "src/nudges": { layers: ["src/evidence", "src/log"], packages: ["node-cron"] },
  "src/store": {
    layers: [
      "src/catalogue",
      "src/database-url",
      "src/errors",
      "src/evidence",
      "src/one-to-ones",
      "src/nudges",
      "src/text",
    ],
    packages: ["kysely", "better-sqlite3"],
  },
  "src/wins": {
    layers: ["src/catalogue", "src/evidence", "src/matching", "src/store", "src/text"],
    packages: [],
  },
  "src/one-to-ones": { layers: ["src/catalogue", "src/evidence", "src/nudges"], packages: [] },
  "src/place": {
    layers: ["src/catalogue", "src/command", "src/evidence", "src/wins/days"],
    packages: [],
  },
  "src/criteria-keeping": { layers: ["src/catalogue", "src/log", "src/place", "src/store"], packages: [] },
  "src/frameworks-report": { layers: ["src/catalogue", "src/log", "src/metrics"], packages: [] },
  "src/reminding": {
    layers: ["src/evidence", "src/log", "src/nudges", "src/slack", "src/store"],
    packages: ["@slack/web-api"],
  },
  "src/store-keeping": { layers: ["src/evidence", "src/log", "src/store"], packages: [] },
  "src/http": { layers: ["src/log", "src/metrics"], packages: [] },
  "src/slack": {
    layers: [
      "src/answers",
      "src/catalogue",
      "src/command",
      "src/config",
      "src/errors",
      "src/evidence",
      "src/export",
      "src/http",
      "src/log",
      "src/metrics",
      "src/nudges",
      "src/one-to-ones",
      "src/place",
      "src/search",
      "src/store",
      "src/text",
      "src/wins",
    ],
    packages: [
      "@slack/bolt",
      "@slack/types",
      "@slack/web-api",
      "zod",
      "mdast-util-from-markdown",
      "mdast-util-gfm",
      "micromark-extension-gfm",
      "mdast",
    ],
  },
  "src/cli": {
    layers: [
      "src/answers",
      "src/catalogue",
      "src/command",
      "src/export",
      "src/matching",
      "src/search",
      "src/slack",
      "src/store",
      "src/text",
      "src/version",
    ],
    packages: ["diff", "js-yaml"],
  },
  "src/run-until-signal": { layers: ["src/log"], packages: [] },
  "src/app": { layers: ["*"], packages: [] },
  "src/main": { layers: ["*", "playground"], packages: [] },
  "src/cli-main": { layers: ["*"], packages: [] },
  "local-slack": { layers: ["src/slack/block-kit"], packages: ["ws"] },
  "playground/page": {
    layers: ["local-slack/protocol"],
    packages: ["react", "react-dom", "slack-blocks-to-jsx"],
  },
  "playground/gallery": {
    layers: ["*", "local-slack", "playground", "test/support"],
    packages: ["playwright-core", "@slack/types"],
  },
  playground: { layers: ["*", "local-slack"], packages: ["vite", "@vitejs/plugin-react", "playwright-core", "zod"] },
};

interface Source {
  readonly file: string;
  readonly text: string;
}

const MAX_LINES = 250;

function breaches({ file, text }: Source): string[] {
  const from = layerOf(file);
  const layer = layers[from];

  if (layer === undefined) {
    return [`${file}: the folder ${from} is in no row of the layer table`];
  }
  return [
    ...(text.split("\n").length > MAX_LINES + 1 ? [`${file}: more than ${MAX_LINES} lines`] : []),
    ...importsOf(text).flatMap((target) =>
      allowed(file, from, layer, target) ? [] : [`${file} may not import ${target}`],
    ),
  ];
}

function allowed(file: string, from: string, layer: Layer, target: string): boolean {
  if (!target.startsWith(".")) {
    const name = target
      .split("/")
      .slice(0, target.startsWith("@") ? 2 : 1)
      .join("/");

    return target.startsWith("node:") ? builtinModules.includes(target.slice(5)) : layer.packages.includes(name);
  }
  const path = normalize(join(dirname(file), target)).replace(/\.tsx?$/, "");
  const to = layerOf(path);

  return (
    to === from ||
    layer.layers.some((name) => path === name || path.startsWith(`${name}/`)) ||
    (layer.layers.includes("*") && path.startsWith("src/"))
  );
}

function layerOf(file: string): string {
  const path = file.replace(/\.tsx?$/, "");
  const [top = "", second] = path.split("/");

  if (path === "src/cli") {
    return "src/cli-main";
  }
  if (top === "src") {
    return `src/${second}`;
  }
  return path.startsWith("playground/page/") || path.startsWith("playground/gallery/") ? `playground/${second}` : top;
}

function importsOf(text: string): string[] {
  return Array.from(
    text.matchAll(/^(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm),
    (match) => match[1] ?? match[2] ?? "",
  ).filter((target) => !target.endsWith(".css"));
}

function sources(): Source[] {
  return ["src", "local-slack", "playground"].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ file: `${top}/${name}`, text: readFileSync(join(top, name), "utf8") })),
  );
}

test("every import goes the way that the layer table allows, and no file is longer than the limit", () => {
  expect(sources().flatMap(breaches)).toEqual([]);
});

test("the drawing in docs/architecture.md has every layer of src, on a line below all that it may use", () => {
  const [, drawing = ""] = /## Who may import whom[\s\S]*?```\n([\s\S]*?)```/.exec(
    readFileSync("docs/architecture.md", "utf8"),
  ) ?? [""];
  const lines = drawing.split("\n").map((line) => line.split(/[^\w.-]+/).map((name) => name.replace(/\.ts$/, "")));
  const lineOf = (layer: string) => lines.findIndex((names) => names.includes(layer.replace("src/", "")));
  const drawn = Object.entries(layers).filter(([name]) => name.startsWith("src/") && name !== "src/cli-main");

  expect(drawn.filter(([name]) => lineOf(name) === -1)).toEqual([]);
  expect(
    drawn.flatMap(([name, { layers: used }]) =>
      used
        .filter((one) => drawn.some(([other]) => other === one) && lineOf(one) > lineOf(name))
        .map((one) => `${name} uses ${one}`),
    ),
  ).toEqual([]);
});

test.for([
  ["src/catalogue/parse.ts", 'import { App } from "@slack/bolt";'],
  ["src/answers/ask.ts", 'import type { KnownBlock } from "@slack/types";'],
  ["src/command/parse.ts", 'import { ask } from "../answers/ask.ts";'],
  ["src/slack/listeners/index.ts", 'import { createApp } from "../../app.ts";'],
  ["src/slack/views/home.ts", 'import { runLint } from "../../cli/lint.ts";'],
  ["local-slack/door.ts", 'import { parseCommand } from "../src/command/parse.ts";'],
  ["playground/page/app.tsx", 'import { answerView } from "../../src/slack/views/answer.ts";'],
  ["playground/page/app.tsx", 'import { createLocalSlack } from "../../local-slack/server.ts";'],
  ["playground/run.ts", 'import { allSamples } from "../test/support/sample-answers.ts";'],
  ["src/app.ts", 'const x = await import("../playground/run.ts");'],
  ["src/text/words.ts", 'export { something } from "lodash";'],
  ["src/helpers/x.ts", 'import "node:fs";'],
  ["src/app.ts", "\n".repeat(MAX_LINES + 1)],
])("the rule bites: %s with %s", ([file, text]) => {
  expect(breaches({ file: file ?? "", text: text ?? "" })).toHaveLength(1);
});
