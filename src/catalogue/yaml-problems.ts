import { code, quoted } from "./problem-code.ts";

/** What can be wrong with the lines between the fences, as YAML and before anybody asks what they say. */
export const yamlCodes = {
  "tab-indent": code<[found: string]>({
    severity: "error",
    about: "YAML does not allow tabs as indentation.",
    sample: ["- level: 1"],
    message: (found) => `The line “${found}” is indented with a tab.`,
    hint: () => "Indent it with spaces, two for each step.",
  }),
  "no-break-space-indent": code<[found: string]>({
    severity: "error",
    about: "A no-break space looks like a space but is none to YAML; it often comes from copying out of a web page.",
    sample: ["- level: 1"],
    message: (found) => `The line “${found}” is indented with a no-break space.`,
    hint: () => "Delete the indentation and type it again with the space bar.",
  }),
  "broken-quotes": code<[found: string]>({
    severity: "error",
    about: "A quoted text does not end where its line ends: a quote is missing, or one inside is not escaped.",
    sample: ['"Says "no" kindly"'],
    message: (found) => `The quotes do not match in ${found}.`,
    hint: () => String.raw`Begin and end the text with " and write a " inside it as \".`,
  }),
  "open-bracket": code<[found: string]>({
    severity: "error",
    about:
      "A text without quotes begins with [ or {, which opens a list or an object in YAML, and it is not closed on its line.",
    sample: ["[draft Writes clear docs"],
    message: (found) => `The bracket in “${found}” is not closed.`,
    hint: (found) => `Put quotes around it if it is meant as text: ${quoted(found)}.`,
  }),
  "bad-escape": code<[found: string]>({
    severity: "error",
    about: "A backslash between double quotes begins an escape, and this one is none that YAML knows.",
    sample: [String.raw`"Reads C:\logs"`],
    message: (found) => `The text ${found} holds a backslash that means nothing.`,
    hint: () => String.raw`Write \\ for a backslash, or put the text in single quotes.`,
  }),
  "bad-indent": code<[found: string, spaces: string, line: string]>({
    severity: "error",
    about: "The line is indented more or less than the lines it belongs to, often by a single space.",
    sample: ['- "Debugs production issues"', "10", "12"],
    message: (found) => `The line “${found}” does not line up with the entries around it.`,
    hint: (_found, spaces, line) =>
      line === ""
        ? "Indent it by exactly as many spaces as the line it belongs with."
        : `Indent it by ${spaces} spaces, like line ${line}, if it belongs with that one.`,
  }),
  "unquoted-colon": code<[found: string, text: string]>({
    severity: "error",
    about: "A text without quotes holds a colon and a space, which YAML reads as a second key.",
    sample: ["title: Web: the browser side", "Web: the browser side"],
    message: (found) => `The line “${found}” holds a second colon outside quotes.`,
    hint: (_found, text) => `Put quotes around the text: ${quoted(text)}.`,
  }),
  "duplicate-key": code<[key: string, first: string]>({
    severity: "error",
    about: "One key stands twice in one place, so one of its values would be lost.",
    sample: ["criteria", "12"],
    message: (key, first) => `The key “${key}” stands here a second time; the first is on line ${first}.`,
    hint: (key) => `Join what belongs to “${key}” under one key, or delete one of them.`,
  }),
  "missing-space": code<[found: string, mended: string]>({
    severity: "error",
    about:
      "A colon or a dash sticks to what follows it, or a tab or a no-break space stands there, which is no space to YAML.",
    sample: ["path:", "path: /engineering/backend"],
    message: (found) => `An ordinary space is missing after “${found}”.`,
    hint: (_found, mended) => `Write ${mended}.`,
  }),
  "missing-colon": code<[found: string, mended: string]>({
    severity: "error",
    about:
      "A line is neither a key with a value nor an entry of a list. Often it is the text that belongs below the front matter.",
    sample: ["title Backend", "title: Backend"],
    message: (found) => `The line “${found}” is no key with a value.`,
    hint: (_found, mended) =>
      mended === ""
        ? "Write a key, a colon and a space before it. If the text begins here, put a line of exactly --- above it."
        : `Write ${mended}.`,
  }),
  "merge-conflict": code<[found: string]>({
    severity: "error",
    about: "Git could not join two versions of the file and left both in it, between its marks.",
    sample: ["<<<<<<< HEAD"],
    message: (found) => `The line “${found}” is a mark that Git left where two versions differ.`,
    hint: () => "Keep one of the two versions, and delete the three marks.",
  }),
  "yaml-tag": code<[found: string]>({
    severity: "error",
    about: "A word that begins with an exclamation mark is a tag to YAML, and none that is read here.",
    sample: ["!important"],
    message: (found) => `YAML takes “${found}” for a tag.`,
    hint: () => "Put quotes around the text.",
  }),
  "unread-rest": code<[count: string]>({
    severity: "error",
    about: "So many lines cannot be read that the rest of the file was not looked at.",
    sample: ["50"],
    message: (count) => `${count} lines so far cannot be read; what follows was not looked at.`,
    hint: () => "Mend those first, then run lint again.",
  }),
  "yaml-anchor": code<[found: string]>({
    severity: "warning",
    about: "A word that begins with & names a place in YAML (an anchor). It is left out of the text.",
    sample: ["&more"],
    message: (found) => `YAML takes “${found}” for an anchor, so it is left out.`,
    hint: () => "Put quotes around the text if it belongs to it; else delete it.",
  }),
  "yaml-comment": code<[found: string]>({
    severity: "warning",
    about:
      "A # behind a space begins a comment in YAML: a text without quotes ends there. Comments with a space after the # are taken as meant.",
    sample: ["#support"],
    message: (found) => `YAML takes “${found}” for a comment, so it is left out.`,
    hint: () => "Put quotes around the text if it belongs to it; else write a space after the #.",
  }),
  "yaml-alias": code<[found: string]>({
    severity: "error",
    about: "YAML aliases (`*name`) are refused: a few lines of them can stand for gigabytes.",
    sample: ["criteria: *same"],
    message: (found) => `The line “${found}” uses a YAML alias; aliases are not allowed.`,
    hint: () => "Write the text out in full.",
  }),
  "too-deep": code<[]>({
    severity: "error",
    about: "Lists within lists go deeper than 32. A framework needs 8.",
    sample: [],
    message: () => "Lists and keys are nested more than 32 deep.",
    hint: () => "Follow the shape topics, content, level, criteria.",
  }),
  "invalid-yaml": code<[reason: string]>({
    severity: "error",
    about: "The front matter is not valid YAML, for a reason that has no code of its own.",
    sample: ["unknown tag"],
    message: (reason) => `The front matter cannot be read as YAML: ${reason}.`,
    hint: () => "Mend this line; texts that begin with a mark such as @, #, % or ` need quotes around them.",
  }),
};
