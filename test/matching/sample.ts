import type { Criterion, Framework } from "../../src/catalogue/types.ts";

/** A small framework of our own: five topics, two levels, one unwritten criterion, one that comes from generic. */

export function sampleFramework(): Framework {
  return {
    path: "/sample",
    title: "Sample",
    sidebarTitle: "Sample",
    sidebarGroup: null,
    homepage: true,
    kind: "topics",
    levels: 2,
    levelPrefix: "",
    body: "",
    file: "sample.md",
    contentHash: "",
    topics: [
      topic("craft", [
        [own("Fixes simple bugs"), own("Writes automated tests")],
        [own("Improves performance of services")],
      ]),
      topic("operations", [
        [own("Takes part in resolving incidents"), todo("TODO incidents")],
        [own("Leads incident resolutions")],
      ]),
      topic("people", [[inherited("Onboards new joiners")], [own("Mentors and coaches other engineers")]]),
      topic("writing", [[own("Improves documentation")], [own("Leads writing proposals")]]),
      topic("planning", [
        [own("Breaks down large problems into smaller steps")],
        [own("Considers multiple solutions")],
      ]),
    ],
  };
}

function topic(name: string, levels: readonly (readonly Criterion[])[]): Framework["topics"][number] {
  return {
    name,
    title: name.toUpperCase(),
    levels: levels.map((criteria, index) => ({ level: index + 1, criteria })),
  };
}

function own(text: string): Criterion {
  return { id: text.toLowerCase().replace(/\W+/g, "").slice(0, 10), text, examples: [], source: "own", todo: false };
}

function todo(text: string): Criterion {
  return { ...own(text), todo: true };
}

function inherited(text: string): Criterion {
  return { ...own(text), source: "generic" };
}
