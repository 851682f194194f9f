import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import type { Catalogue, Criterion, Framework, Topic } from "../../src/catalogue/types.ts";

/** Catalogues for tests, in the shape that the loader gives, without reading a folder. */

interface TopicDraft {
  readonly name: string;
  readonly title?: string;
  /** Criteria by level; a pair is a criterion with its examples. */
  readonly levels?: Readonly<Record<number, readonly (string | readonly [string, readonly string[]])[]>>;
}

export interface FrameworkDraft {
  readonly path: string;
  readonly title?: string;
  readonly sidebarTitle?: string;
  readonly group?: string;
  readonly homepage?: boolean;
  readonly levels?: number;
  readonly levelPrefix?: string;
  readonly body?: string;
  /** None: prose. */
  readonly topics?: readonly TopicDraft[];
}

export function frameworkOf(draft: FrameworkDraft): Framework {
  const topics = draft.topics ?? [];
  const used = topics.flatMap((topic) => Object.keys(topic.levels ?? {}).map(Number));
  const levels = topics.length === 0 ? 0 : (draft.levels ?? Math.max(1, ...used));
  const title = draft.title ?? draft.path.split("/").at(-1) ?? draft.path;
  return {
    path: draft.path,
    title,
    sidebarTitle: draft.sidebarTitle ?? title,
    sidebarGroup: draft.group ?? null,
    homepage: draft.homepage ?? false,
    kind: topics.length === 0 ? "prose" : "topics",
    levels,
    levelPrefix: draft.levelPrefix ?? "",
    body: draft.body ?? "",
    topics: topics.map((topic) => topicOf(draft.path, topic, levels)),
    file: `${draft.path.slice(1)}.md`,
    contentHash: hash(JSON.stringify(draft)),
  };
}

function topicOf(path: string, draft: TopicDraft, levels: number): Topic {
  return {
    name: draft.name,
    title: draft.title ?? draft.name,
    levels: Array.from({ length: levels }, (_, index) => ({
      level: index + 1,
      criteria: (draft.levels?.[index + 1] ?? []).map((criterion): Criterion => {
        const [text, examples] = typeof criterion === "string" ? [criterion, []] : criterion;
        const id = hash(`${path}\n${draft.name}\n${index}\n${text}`).slice(0, 10);
        return { id, text, examples, source: "own", todo: text.startsWith("TODO") };
      }),
    })),
  };
}

/** In the order given, with what `/generic` lends to topics of its names. */
export function catalogueOf(...frameworks: readonly Framework[]): Catalogue {
  const generic = frameworks.find(({ path }) => path === "/generic");
  const inherited = frameworks.map((framework) =>
    generic === undefined || framework === generic
      ? framework
      : { ...framework, topics: framework.topics.map((topic) => inherit(topic, generic)) },
  );
  return { frameworks: inherited, version: hash(frameworks.map(({ contentHash }) => contentHash).join("\n")) };
}

function inherit(topic: Topic, generic: Framework): Topic {
  const lender = generic.topics.find(({ name }) => name === topic.name);
  if (lender === undefined) return topic;
  return {
    name: topic.name,
    title: lender.title,
    levels: topic.levels.map(({ level, criteria }) => ({
      level,
      criteria: [
        ...criteria,
        ...(lender.levels[level - 1]?.criteria ?? [])
          .filter(({ examples }) => examples.length === 0)
          .map((criterion): Criterion => ({ ...criterion, source: "generic" })),
      ],
    })),
  };
}

const FILE = z.object({
  path: z.string(),
  title: z.string(),
  sidebarTitle: z.string(),
  sidebarGroup: z.string(),
  levels: z.number(),
  topics: z.array(
    z.object({
      name: z.string(),
      title: z.string().nullable(),
      content: z.array(
        z.object({
          level: z.number(),
          criteria: z.array(z.string()).default([]),
          exampleCriteria: z.array(z.object({ criteria: z.string(), examples: z.array(z.string()) })).default([]),
        }),
      ),
    }),
  ),
});

/** `frameworks/engineering/backend.md`. */
export function sampleBackend(): Framework {
  const text = readFileSync(new URL("../../frameworks/engineering/backend.md", import.meta.url), "utf8");
  const [, yaml = "", body = ""] = text.split(/^---$/m);
  const file = FILE.parse(load(yaml));
  return frameworkOf({
    path: file.path,
    title: file.title,
    sidebarTitle: file.sidebarTitle,
    group: file.sidebarGroup,
    homepage: true,
    levels: file.levels,
    body: body.trim(),
    topics: file.topics.map(({ name, title, content }) => ({
      name,
      ...(title === null ? {} : { title }),
      levels: Object.fromEntries(
        content.map(({ level, criteria, exampleCriteria }) => [
          level,
          [...criteria, ...exampleCriteria.map((one) => [one.criteria, one.examples] as const)],
        ]),
      ),
    })),
  });
}

const generic = frameworkOf({
  path: "/generic",
  title: "Every engineer",
  group: "company",
  levels: 6,
  topics: [
    {
      name: "communication",
      title: "💬 Comms & Feedback",
      levels: { 1: ["Says when something is unclear"], 3: ["Writes so that others can act without asking"] },
    },
    { name: "impact", title: "🎯 Impact", levels: { 2: ["Finishes what they start"], 4: ["Chooses what not to do"] } },
  ],
});

const frontend = frameworkOf({
  path: "/engineering/frontend",
  title: "🎨 Frontend Engineering Framework",
  sidebarTitle: "🎨 Frontend",
  group: "engineering",
  homepage: true,
  levels: 6,
  topics: [
    { name: "communication" },
    {
      name: "mastery",
      title: "🛠️ Mastery",
      levels: {
        1: ["Builds small components"],
        2: ["Builds components that others reuse"],
        3: ["Debugs an incident in the browser", ["Tests what people do", ["A test that clicks, not one that calls"]]],
        4: ["Debugs incidents across browser and service"],
      },
    },
    {
      name: "accessibility",
      title: "♿ Accessibility",
      levels: { 2: ["Uses the right element"], 3: ["Tries every flow by keyboard"] },
    },
  ],
});

const management = frameworkOf({
  path: "/engineering/management",
  title: "🧭 Engineering Management Framework",
  sidebarTitle: "🧭 Management",
  group: "engineering",
  levels: 4,
  levelPrefix: "M",
  topics: [
    { name: "people", title: "🌱 People", levels: { 1: ["Holds regular 1:1s"], 2: ["Gives feedback people can use"] } },
    {
      name: "planning",
      title: "🗺️ Planning",
      levels: { 1: ["Keeps a plan that the team can see"], 4: ["Plans across teams"] },
    },
  ],
});

const prose = frameworkOf({
  path: "/how-we-use-frameworks",
  title: "How we use frameworks",
  group: "company",
  body: "A framework is a compass.\n\nRead it together, twice a year.",
});

/** Backend as it ships, a front-end, a shorter management track, generic, and one prose page. */
export function sampleCatalogue(): Catalogue {
  return catalogueOf(sampleBackend(), frontend, management, generic, prose);
}

/** Everything about a name that has broken a parser before. */
export function nastyCatalogue(): Catalogue {
  const levels = { 1: ["One"], 2: ["Two"], 4: ["Four"] };
  return catalogueOf(
    frameworkOf({
      path: "/3d",
      title: "3D",
      topics: [
        { name: "design systems", title: "📐 Design systems", levels },
        { name: "scope: own; wider", title: "Scope: own; wider", levels },
        { name: "design", title: "Design", levels },
      ],
    }),
    frameworkOf({
      path: "/engineering/data",
      title: "📊 Data",
      levelPrefix: "E",
      topics: [
        { name: "design", title: "Design", levels },
        { name: "mastery", title: "🛠️ Mastery", levels: { 1: ["Learns SQL"], 5: ["Owns the warehouse"] } },
      ],
    }),
    frameworkOf({
      path: "/design",
      title: "Design",
      topics: [{ name: "craft", title: "Craft", levels: { 1: ["Draws"] } }],
    }),
  );
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
