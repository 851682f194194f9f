import type { Catalogue, Framework, Topic } from "../catalogue/types.ts";
import type { Intent } from "../command/intent.ts";
import type { Choice, FrameworkSummary } from "./answer.ts";

export function findFramework(catalogue: Catalogue, path: string): Framework | undefined {
  return catalogue.frameworks.find((framework) => framework.path === path);
}

export function findTopic(framework: Framework, name: string): Topic | undefined {
  return framework.topics.find((topic) => topic.name === name);
}

export function frameworkChoices(catalogue: Catalogue): Choice[] {
  return tellApart(
    catalogue.frameworks.map(({ path, title, sidebarTitle }) => ({
      label: sidebarTitle,
      detail: title === sidebarTitle ? null : title,
      intent: { kind: "framework", framework: path, page: 1 },
    })),
  );
}

export function toSummary(framework: Framework): FrameworkSummary {
  return {
    path: framework.path,
    title: framework.title,
    kind: framework.kind,
    group: framework.sidebarGroup,
    levels: framework.levels,
    topicTitles: framework.topics.map(({ title }) => title),
  };
}

/** Intents that are offered side by side. */
export function toChoices(intents: readonly Intent[], catalogue: Catalogue): Choice[] {
  return tellApart(intents.map((intent) => toChoice(intent, catalogue)));
}

/** Titles are an author's own, and two may be the same: what would read alike says its path or its name too. */
function tellApart(choices: readonly Choice[]): Choice[] {
  const alike = Map.groupBy(choices, ({ label, detail }) => JSON.stringify([label, detail]));
  return choices.map((choice) => {
    const twins = alike.get(JSON.stringify([choice.label, choice.detail])) ?? [];
    const name = twins.length > 1 ? ownName(choice.intent, twins) : null;
    if (name === null) return choice;
    return { ...choice, detail: choice.detail === null ? name : `${choice.detail} (${name})` };
  });
}

function ownName(intent: Intent, twins: readonly Choice[]): string | null {
  const pathOf = (one: Intent) => ("framework" in one ? one.framework : null);
  const paths = new Set(twins.map((twin) => pathOf(twin.intent)));
  return paths.size > 1 || !("topic" in intent) ? pathOf(intent) : intent.topic;
}

/** An intent as something to press: the page's own name first, then the framework that it is in. */
export function toChoice(intent: Intent, catalogue: Catalogue): Choice {
  const framework =
    "framework" in intent && intent.framework !== null ? findFramework(catalogue, intent.framework) : undefined;
  const isFramework = intent.kind === "framework";
  const name = framework?.sidebarTitle ?? null;
  return { label: labelOf(intent, framework), detail: isFramework ? null : name, intent };
}

export function levelName(framework: Framework | undefined, level: number): string {
  return `${framework?.levelPrefix ?? ""}${level}`;
}

function labelOf(intent: Intent, framework: Framework | undefined): string {
  const title = (name: string) => (framework === undefined ? undefined : findTopic(framework, name)?.title) ?? name;
  switch (intent.kind) {
    case "framework":
      return framework?.sidebarTitle ?? intent.framework;
    case "topic":
      return title(intent.topic);
    case "level":
      return `${title(intent.topic)}, level ${levelName(framework, intent.level)}`;
    case "all-topics":
      return `All topics, level ${levelName(framework, intent.level)}`;
    case "compare": {
      const levels = `level ${levelName(framework, intent.from)} with ${levelName(framework, intent.to)}`;
      return `${intent.topic === null ? "All topics" : title(intent.topic)}, ${levels}`;
    }
    case "search":
      return `Search for “${intent.query}”`;
    case "frameworks":
      return "All frameworks";
    case "welcome":
      return "Where to begin";
    case "mine":
      return {
        me: "My place",
        settings: "Settings",
        export: "Export",
        import: "Import",
        "forget-me": "Forget me",
        "one-to-ones": "1:1s",
        nudges: "Nudges",
      }[intent.what];
    case "help":
      return "Help";
    case "about":
      return "About";
    case "reload":
      return "Reload the frameworks";
    case "choose":
    case "not-understood":
      return intent.typed;
  }
}
