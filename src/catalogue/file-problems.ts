import { code } from "./problem-code.ts";

/** What can be wrong with a file before anybody asks what it says: its place, its encoding, its fences. */
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
};
