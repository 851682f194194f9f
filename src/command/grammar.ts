import type { CommandHelp } from "./command-help.ts";

/**
 * The table of everything that can be typed after the command. Parsing, help, the manifest's usage hint and the README are
 * all made from it, so that none of them can name what is not there.
 */
interface Row {
  readonly usage: string;
  readonly example: string;
  readonly does: string;
  readonly adminOnly: boolean;
}

const LOOKUPS: readonly Row[] = [
  { usage: "", example: "", does: "Shows your place in short, or where to begin", adminOnly: false },
  { usage: "FRAMEWORK", example: "backend", does: "Introduces a framework: its topics and levels", adminOnly: false },
  {
    usage: "FRAMEWORK TOPIC",
    example: "backend mastery",
    does: "Opens a topic at your level, or at all levels",
    adminOnly: false,
  },
  {
    usage: "FRAMEWORK TOPIC LEVEL",
    example: "backend mastery 3",
    does: "Shows what a level asks in one topic; the words may come in any order",
    adminOnly: false,
  },
  { usage: "FRAMEWORK LEVEL", example: "backend 3", does: "Shows what a level asks in every topic", adminOnly: false },
];

/** Read as typed by `one-to-one-line.ts`, because what follows are a person's own words. */
const OWN_WORDS: readonly Row[] = [
  {
    usage: "1:1",
    example: "1:1",
    does: "Lists your 1:1s: set up, prepare, pause, change",
    adminOnly: false,
  },
  {
    usage: "1:1 add [@SOMEBODY] WORDS",
    example: "1:1 add the on-call rota",
    does: "Adds a point to your next 1:1, open until you close it",
    adminOnly: false,
  },
  {
    usage: "nudges",
    example: "nudges",
    does: "Shows whether and when the bot asks you, and changes it",
    adminOnly: false,
  },
];

const SUBCOMMANDS = {
  compare: {
    words: ["compare", "comparison", "diff", "difference", "differences", "vs", "versus"],
    usage: "compare FRAMEWORK [TOPIC] LEVEL LEVEL",
    example: "compare backend mastery 3 4",
    does: "Shows what the higher level asks that the lower does not",
    adminOnly: false,
  },
  search: {
    words: ["search", "find", "grep"],
    usage: "search WORDS [in FRAMEWORK]",
    example: "search incident",
    does: "Finds criteria and examples that hold these words",
    adminOnly: false,
  },
  frameworks: {
    words: ["frameworks", "list"],
    usage: "frameworks",
    example: "frameworks",
    does: "Lists every framework",
    adminOnly: false,
  },
  me: {
    words: ["me", "mine", "myself"],
    usage: "me",
    example: "me",
    does: "Shows your place in short: framework, level, focus, latest wins",
    adminOnly: false,
  },
  settings: {
    words: ["settings", "setup", "preferences"],
    usage: "settings",
    example: "settings",
    does: "Chooses your framework and level, and what else is yours to choose",
    adminOnly: false,
  },
  export: {
    words: ["export", "download"],
    usage: "export",
    example: "export",
    does: "Sends you everything that is kept of you, as files in your direct message",
    adminOnly: false,
  },
  import: {
    words: ["import"],
    usage: "import",
    example: "import",
    does: "Takes in the JSON file of an export",
    adminOnly: false,
  },
  "forget-me": {
    words: ["forget-me", "forgetme", "forget"],
    usage: "forget-me",
    example: "forget-me",
    does: "Erases everything that is kept of you, after asking once more",
    adminOnly: false,
  },
  help: {
    words: ["help", "commands", "usage"],
    usage: "help",
    example: "help",
    does: "Shows this list",
    adminOnly: false,
  },
  about: {
    words: ["about", "version", "privacy"],
    usage: "about",
    example: "about",
    does: "Says what runs here and what it does with what you type",
    adminOnly: false,
  },
  reload: {
    words: ["reload", "refresh"],
    usage: "reload",
    example: "reload",
    does: "Reads the framework files again",
    adminOnly: true,
  },
} as const;

export type Subcommand = keyof typeof SUBCOMMANDS;

const DEFAULT_COMMAND = "/progression";
export const usageHint = "backend mastery 3 | compare backend 3 4 | search incident | help";

const BY_WORD: ReadonlyMap<string, Subcommand> = new Map(
  (Object.keys(SUBCOMMANDS) as Subcommand[]).flatMap((name) =>
    SUBCOMMANDS[name].words.map((word): [string, Subcommand] => [word, name]),
  ),
);

export const SUBCOMMAND_WORDS: readonly string[] = [...BY_WORD.keys()];

export function findSubcommand(word: string): Subcommand | undefined {
  return BY_WORD.get(word);
}

/** What is typed after commands of their own, and in the conversation with the bot. */
export function winHelp(): readonly CommandHelp[] {
  return WINS;
}

const WINS: readonly CommandHelp[] = [
  {
    usage: "/win WORDS",
    example: "/win Led the rollback and wrote it up",
    does: "Saves what you did, for you alone; without words it opens a form",
    adminOnly: false,
  },
  {
    usage: "/wins [WORDS] [TOPIC] [LEVEL] [PERIOD] [unfiled]",
    example: "/wins payments last month",
    does: "Lists what you saved, newest first; what is asked for may come in any order",
    adminOnly: false,
  },
];

/** `command` is the one that is installed, with its slash. */
export function commandHelp(command: string = DEFAULT_COMMAND): CommandHelp[] {
  return [...LOOKUPS, ...OWN_WORDS, ...Object.values(SUBCOMMANDS)].map(({ usage, example, does, adminOnly }) => ({
    usage: `${command} ${usage}`.trim(),
    example: `${command} ${example}`.trim(),
    does,
    adminOnly,
  }));
}
