import { createInterface } from "node:readline";
import { frameworks } from "./cli/frameworks.ts";
import { importExport } from "./cli/import-export.ts";
import { lint } from "./cli/lint.ts";
import { loadFrameworks } from "./cli/load-frameworks.ts";
import { manifest } from "./cli/manifest.ts";
import { show } from "./cli/show.ts";
import { suggest } from "./cli/suggest.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";

/**
 * What a verb may touch. Answers go to `out`, everything about how it went to `err`.
 * A verb resolves to the exit code: 0 done, 1 the answer is "there are problems", 2 wrong use or configuration.
 */
interface Io {
  out(text: string): void;
  err(text: string): void;
  readLines(): AsyncIterable<string>;
  readonly env: { readonly frameworksDir: string; readonly databaseUrl: string };
}

interface Verb {
  readonly usage: string;
  readonly does: string;
  /** Absent: the name is reserved and nothing is behind it yet. */
  readonly run?: (args: readonly string[], io: Io) => Promise<number>;
}

const verbs: Readonly<Record<string, Verb>> = {
  lint: { usage: "lint [DIR] [--json] [--fix]", does: "lists every problem of the frameworks", run: lint },
  show: { usage: "show [WORDS…] [--json]", does: "answers like /progression WORDS", run: show },
  frameworks: { usage: "frameworks --json", does: "prints the loaded frameworks", run: frameworks },
  manifest: { usage: "manifest [--http URL]", does: "prints the Slack app manifest", run: manifest },
  suggest: {
    usage: "suggest --framework NAME [--level N] [--limit K] [--json]",
    does: "suggests criteria for wins, one a line on standard input",
    run: async (args, io) => {
      const loaded = await loadFrameworks(io);
      return loaded === undefined ? 2 : suggest(args, io, loaded.catalogue);
    },
  },
  import: {
    usage: "import FILE --team T… --user U…",
    does: "takes in somebody's export, with the bot stopped",
    run: importExport,
  },
  doctor: { usage: "doctor", does: "checks configuration, tokens, scopes, database and frameworks" },
  migrate: { usage: "migrate", does: "brings the database up to date" },
  backup: { usage: "backup FILE", does: "copies the database" },
  restore: { usage: "restore FILE", does: "puts a copy back" },
};

async function main([name, ...args]: readonly string[], io: Io): Promise<number> {
  const verb = name === undefined || !Object.hasOwn(verbs, name) ? undefined : verbs[name];

  if (name === "help" || name === "--help") {
    io.out(usage());
    return 0;
  }
  if (verb === undefined) {
    io.err(`${name === undefined ? "Which verb?" : noVerb([name, ...args])}\n\n${usage()}`);
    return 2;
  }
  if (verb.run === undefined) {
    io.err(`${name} is not built yet.\n`);
    return 2;
  }
  return await verb.run(args, io);
}

/** Who types what Slack takes, "compare backend mastery 3 4", lacks one word. */
function noVerb(words: readonly string[]): string {
  const question = words.filter((word) => !word.startsWith("-")).join(" ");
  const instead = question === "" ? "" : `\nTo ask the frameworks: npm run -s progression -- show ${question}`;
  return `There is no verb “${words[0]}”.${instead}`;
}

function usage(): string {
  const built = Object.values(verbs).filter((verb) => verb.run !== undefined);
  const width = Math.max(...built.map((verb) => verb.usage.length));

  return `Usage: npm run -s progression -- VERB\n\n${built.map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`).join("\n")}\n`;
}

// `| head` closes the pipe when it has enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    env: readConfig(),
  });
} catch (error) {
  process.exitCode = error instanceof ConfigError ? 2 : 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
