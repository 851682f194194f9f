import { code, quoted } from "./problem-code.ts";

/** What can be wrong with a file before anybody asks what it says: its place, its encoding, its fences, its YAML. */
export const fileCodes = {
  "folder-missing": code<[folder: string]>({
    severity: "error",
    about: "The frameworks folder does not exist or cannot be read.",
    sample: ["frameworks"],
    message: (folder) => `The frameworks folder ${folder} cannot be read.`,
    hint: () => "Create the folder, or point FRAMEWORKS_DIR at the right one.",
  }),
  "folder-empty": code<[folder: string]>({
    severity: "warning",
    about: "The frameworks folder holds no framework at all.",
    sample: ["frameworks"],
    message: (folder) => `There is no framework in ${folder}.`,
    hint: () => "Add a Markdown file that begins with front matter between two lines of ---.",
  }),
  "unreadable-file": code<[reason: string]>({
    severity: "error",
    about: "The operating system does not let the file be read, or a link points nowhere.",
    sample: ["ENOENT"],
    message: (reason) => `The file cannot be read (${reason}).`,
    hint: () => "Check the file's permissions, and where it points to if it is a link.",
  }),
  "symlink-outside": code<[]>({
    severity: "error",
    about: "A symbolic link leads out of the frameworks folder. Links are followed only inside it.",
    sample: [],
    message: () => "The link leads out of the frameworks folder.",
    hint: () => "Put the file itself into the frameworks folder.",
  }),
  "special-file": code<[]>({
    severity: "warning",
    about: "A name ending in .md that is no regular file: a pipe, a socket or a device. It is never opened.",
    sample: [],
    message: () => "This is a pipe, a socket or a device, not a file.",
    hint: () => "Remove it from the frameworks folder.",
  }),
  "file-too-large": code<[]>({
    severity: "error",
    about: "A framework file may have 256 kB. The largest real ones have about 60 kB.",
    sample: [],
    message: () => "The file is larger than 256 kB, the most that a framework may have.",
    hint: () => "Split it into several frameworks, one file each.",
  }),
  "blank-lines": code<[count: string]>({
    severity: "error",
    about: "The front matter holds more than 200 blank lines in a row, which no author means.",
    sample: ["340"],
    message: (count) => `${count} blank lines follow one another in the front matter; 200 is the limit.`,
    hint: () => "Delete the blank lines.",
  }),
  "not-utf8": code<[byte: string]>({
    severity: "error",
    about: "The file holds bytes that are not UTF-8.",
    sample: ["0x92"],
    message: (byte) => `This line is not UTF-8: byte ${byte} cannot stand here.`,
    hint: () => "Open the file in the encoding it was written in and save it as UTF-8.",
  }),
  "wrong-encoding": code<[found: string, encoding: string, meant: string, lines: string]>({
    severity: "error",
    about:
      "The text is UTF-8 that some program read as windows-1252, Latin-1 or Mac Roman and saved again: `â€™`, `Ã©`, `‚Äô`, `üõ†Ô∏è`. When the whole file can be turned back without doubt, `lint --fix` does so.",
    sample: ["â€™", "windows-1252", "’", "12 lines"],
    message: (found, encoding, meant, lines) =>
      `“${found}” is “${meant}” in UTF-8 that was read as ${encoding}; ${lines} damaged.`,
    hint: () =>
      "Take the undamaged file and save it as UTF-8; if the whole file is damaged alike, lint --fix turns it back.",
  }),
  bom: code<[]>({
    severity: "warning",
    about: "The file begins with a byte order mark. It is ignored; `lint --fix` removes it.",
    sample: [],
    message: () => "The file begins with a byte order mark.",
    hint: () => "Save it as “UTF-8 without BOM”, or run lint --fix.",
  }),
  crlf: code<[]>({
    severity: "warning",
    about: "Lines end in CR LF, the way of Windows. They are read as LF; `lint --fix` changes them.",
    sample: [],
    message: () => "Lines end in CR LF.",
    hint: () => "Save the file with LF line ends, or run lint --fix.",
  }),
  "front-matter-gone": code<[]>({
    severity: "error",
    about:
      "A file that is being served as a framework no longer begins with ---: cut short, emptied, or something typed above its first line. Only a running bot says so, and it goes on with the last version that was right.",
    sample: [],
    message: () => "The file was a framework and no longer begins with ---.",
    hint: () => "Begin it with a line of exactly ---, or delete the file to take the framework out of service.",
  }),
  "no-front-matter": code<[]>({
    severity: "notice",
    about: "A Markdown file that does not begin with --- is no framework (a README, for example) and is skipped.",
    sample: [],
    message: () => "The file does not begin with ---, so it is no framework and is skipped.",
    hint: () => "Nothing to do, unless it is meant as a framework: then begin it with a line of exactly ---.",
  }),
  "opening-fence": code<[found: string]>({
    severity: "error",
    about: "The first line must be exactly ---. A language after it (---js, ---json) is refused and never run.",
    sample: ["---js"],
    message: (found) => `The first line is “${found}”; it must be exactly ---.`,
    hint: () => "Make the first line --- and write the front matter as YAML.",
  }),
  "closing-fence": code<[found: string]>({
    severity: "error",
    about:
      "The line that closes the front matter has spaces before it, or more than three dashes, so it does not close it.",
    sample: [" ---"],
    message: (found) => `“${found}” does not close the front matter: --- must stand alone at the start of its line.`,
    hint: () => "Make this line exactly ---, with nothing before or after it.",
  }),
  "missing-closing-fence": code<[]>({
    severity: "warning",
    about:
      "The front matter is never closed, but everything in the file is valid YAML. `lint --fix` adds the line where its place is certain: at the end of a file without errors in which nothing after the last key could be text, such as a heading.",
    sample: [],
    message: () => "The closing --- is missing; the whole file was read as front matter.",
    hint: () =>
      "Add a line of exactly --- between the last topic and the text; lint --fix does so when nothing follows that could be text.",
  }),
  "unclosed-front-matter": code<[line: string]>({
    severity: "error",
    about: "The front matter is never closed, and the text below it cannot be read as a part of it.",
    sample: ["40"],
    message: () => "The front matter that begins here is never closed.",
    hint: (line) => `Put a line of exactly --- above line ${line}, where the text begins.`,
  }),
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
