import { code, quoted } from "./problem-code.ts";

/** What can be wrong with what a framework says, once its YAML could be read. */
export const shapeCodes = {
  "missing-key": code<[key: string, example: string]>({
    severity: "error",
    about: "A key is missing without which a framework cannot be addressed or shown.",
    sample: ["path", 'path: "/engineering/backend"'],
    message: (key) => `The key “${key}” is missing.`,
    hint: (_key, example) => `Add it, for example ${example}.`,
  }),
  "wrong-type": code<[key: string, expected: string]>({
    severity: "error",
    about: "A value is of another kind than its key needs, for example a text where a list belongs.",
    sample: ["topics", "a list"],
    message: (key, expected) => `“${key}” must be ${expected}.`,
    hint: (_key, expected) => `Make it ${expected}.`,
  }),
  "bad-path": code<[path: string]>({
    severity: "error",
    about: "A path begins with / and has no spaces; it is how the framework is addressed.",
    sample: ["engineering/backend"],
    message: (path) => `The path “${path}” must begin with / and hold no spaces.`,
    hint: (path) =>
      `Write path: ${quoted(
        `/${path
          .replace(/^\w+:\/\/[^/]*|[“”‘’„«»]/g, "")
          .trim()
          .replace(/^\/+/, "")
          .replace(/\s+/g, "-")}`,
      )}.`,
  }),
  "bad-level": code<[key: string, found: string]>({
    severity: "error",
    about: "Levels are whole numbers from 1 to 99.",
    sample: ["level", "0"],
    message: (key, found) => `“${key}: ${found}” is no level: levels are whole numbers from 1 to 99.`,
    hint: () => "Write a whole number from 1 to 99.",
  }),
  "no-topics": code<[]>({
    severity: "error",
    about: "The file says yaml: true, which promises topics, and has none.",
    sample: [],
    message: () => "The file says yaml: true but has no topics.",
    hint: () => "Add topics, or write yaml: false if the text below the front matter is the framework.",
  }),
  "criterion-object": code<[text: string]>({
    severity: "error",
    about:
      "A criterion holds a colon and a space outside quotes, so YAML reads it as a key with a value instead of a sentence. The same goes for an example.",
    sample: ["Writes docs: clear ones"],
    message: (text) => `“${text}” was read as a key with a value, not as a sentence.`,
    hint: (text) => `Put quotes around the sentence: ${quoted(text)}.`,
  }),
  "criterion-not-text": code<[text: string]>({
    severity: "error",
    about: "A criterion or an example is a number, a yes/no or a list instead of a sentence.",
    sample: ["2024"],
    message: (text) => `“${text}” is not a sentence.`,
    hint: (text) => `Put quotes around it if it is meant as text: ${quoted(text)}.`,
  }),
  "bad-id": code<[id: string]>({
    severity: "error",
    about: "A pinned id has 1 to 40 of the characters a–z, 0–9 and -, and begins with a letter or digit.",
    sample: ["Fast Reviews"],
    message: (id) => `“${id}” cannot be an id.`,
    hint: () => "Use 1 to 40 of a–z, 0–9 and -, beginning with a letter or digit.",
  }),
  "duplicate-id": code<[id: string, place: string]>({
    severity: "error",
    about: "Two criteria pin one id. Evidence could not tell them apart.",
    sample: ["fast-reviews", "line 12"],
    message: (id, place) => `The id “${id}” is already pinned on ${place}.`,
    hint: () => "Give this criterion an id of its own, or none.",
  }),
  "duplicate-path": code<[path: string, other: string]>({
    severity: "error",
    about: "Two files have one path. The one that was there first is used.",
    sample: ["/engineering/backend", "engineering/backend.md"],
    message: (path, other) => `The path “${path}” already belongs to ${other}.`,
    hint: () => "Give this file a path of its own, or delete one of the two.",
  }),
  "typographic-quotes": code<[key: string, text: string]>({
    severity: "warning",
    about:
      "A value stands in typographic quotes. To YAML they are part of the text, so that a name in them is another name.",
    sample: ["name", "communication"],
    message: (key) => `The quotes around “${key}” are typographic, so they are part of the text.`,
    hint: (key, text) => `Write ${key}: ${quoted(text)}.`,
  }),
  "topic-without-title": code<[name: string]>({
    severity: "warning",
    about: "A topic has no title, and generic has no topic of that name to take one from. Its name is shown.",
    sample: ["communication"],
    message: (name) => `The topic “${name}” has no title, so its name is shown.`,
    hint: (name) => `Add a title, or a topic called “${name}” to the framework whose path is /generic.`,
  }),
  "topic-near-generic": code<[name: string, generic: string]>({
    severity: "warning",
    about: "A topic's name differs from a generic one only in case or spaces, so nothing is inherited.",
    sample: ["Communication", "communication"],
    message: (name, generic) => `The topic “${name}” inherits nothing: the generic one is called “${generic}”.`,
    hint: (_name, generic) => `Did you mean name: ${quoted(generic)}?`,
  }),
  "empty-topic": code<[name: string]>({
    severity: "warning",
    about: "A topic has no content at all: a placeholder. It is skipped.",
    sample: ["mastery"],
    message: (name) => `The topic “${name}” has no content and is skipped.`,
    hint: () => "Give it levels under content, or delete it.",
  }),
  "duplicate-topic": code<[name: string, first: string]>({
    severity: "warning",
    about: "A topic stands twice in one file. Both parts are shown as one topic.",
    sample: ["mastery", "12"],
    message: (name, first) => `The topic “${name}” is already on line ${first}; both are shown as one.`,
    hint: () => "Move the levels of this one under the first, or give it another name.",
  }),
  "duplicate-level": code<[level: string, first: string]>({
    severity: "warning",
    about: "A level stands twice in one topic. Both parts are shown as one level.",
    sample: ["3", "20"],
    message: (level, first) => `Level ${level} is already on line ${first}; both are shown as one.`,
    hint: () => "Move its criteria under the first, or mend the number.",
  }),
  "level-gap": code<[topic: string, missing: string]>({
    severity: "warning",
    about:
      "A topic leaves out a level between two that it has. The level is shown, with what generic asks or as empty.",
    sample: ["mastery", "3"],
    message: (topic, missing) => `The topic “${topic}” has nothing for level ${missing}, between levels that it has.`,
    hint: () => "Add the level, or leave it out on purpose: it is shown as empty.",
  }),
  "level-above-levels": code<[level: string, levels: string]>({
    severity: "warning",
    about: "A level is higher than the file's levels key says. It is shown.",
    sample: ["7", "6"],
    message: (level, levels) => `Level ${level} is above levels: ${levels}; it is shown all the same.`,
    hint: (level) => `Write levels: ${level}, or mend the number here.`,
  }),
  "levels-missing": code<[highest: string]>({
    severity: "warning",
    about: "The file does not say how many levels there are. The highest one used is taken.",
    sample: ["6"],
    message: (highest) => `The key “levels” is missing; ${highest}, the highest level used, is taken.`,
    hint: (highest) => `Add levels: ${highest} to the front matter.`,
  }),
  "yaml-missing": code<[taken: string]>({
    severity: "warning",
    about: "The file does not say whether it holds topics (yaml: true) or prose (yaml: false). Topics decide.",
    sample: ["true"],
    message: (taken) => `The key “yaml” is missing; yaml: ${taken} is taken.`,
    hint: (taken) => `Add yaml: ${taken} to the front matter.`,
  }),
  "topics-in-prose": code<[]>({
    severity: "warning",
    about: "The file says yaml: false, so its text is the framework and its topics are not shown.",
    sample: [],
    message: () => "The file says yaml: false, so its topics are not shown.",
    hint: () => "Write yaml: true to show them, or delete them.",
  }),
  "level-as-text": code<[found: string]>({
    severity: "warning",
    about: "A level is written as text. It is read as the number it shows.",
    sample: ["3"],
    message: (found) => `The level is written as the text “${found}”; it is read as a number.`,
    hint: (found) => `Write ${found.trim()} without quotes.`,
  }),
  "no-criteria": code<[level: string, topic: string]>({
    severity: "notice",
    about: "A level lists no criteria of its own. It shows what generic asks, or is empty.",
    sample: ["2", "mastery"],
    message: (level, topic) => `Level ${level} of “${topic}” lists no criteria of its own.`,
    hint: () => "Add criteria, or leave it: it shows what generic asks, or is empty.",
  }),
  "empty-criterion": code<[]>({
    severity: "warning",
    about: "A criterion or an example has no text. It is left out.",
    sample: [],
    message: () => "There is an entry without text here; it is left out.",
    hint: () => "Write the sentence, or delete the line.",
  }),
  "todo-criterion": code<[text: string]>({
    severity: "notice",
    about: "A criterion begins with TODO. It is shown, and never suggested for a win.",
    sample: ["TODO: what does mentoring look like here?"],
    message: (text) => `“${text}” is not written yet: it is shown, and never suggested.`,
    hint: () => "Replace it when the sentence is agreed.",
  }),
  "plain-example-criterion": code<[text: string]>({
    severity: "notice",
    about: "An entry of exampleCriteria is a plain sentence without examples. It is read as a criterion.",
    sample: ["Fixes simple bugs"],
    message: (text) => `“${text}” stands in exampleCriteria without examples; it is read as a criterion.`,
    hint: () => "Move it under criteria, or give it examples.",
  }),
  "no-break-space": code<[text: string]>({
    severity: "notice",
    about: "A text holds a no-break space. It is kept as it is, and searched as a space.",
    sample: ["Fixes simple bugs"],
    message: (text) => `“${text}” holds a no-break space.`,
    hint: () => "Nothing to do; type it again with the space bar if it is not meant.",
  }),
  "unknown-key": code<[key: string, nearest: string]>({
    severity: "warning",
    about: "A key that the format does not know. It is ignored; often it is a typing mistake.",
    sample: ["criterias", "criteria"],
    message: (key) => `The key “${key}” is not known and is ignored.`,
    hint: (_key, nearest) => (nearest === "" ? "Delete it, or check its spelling." : `Did you mean “${nearest}”?`),
  }),
};
