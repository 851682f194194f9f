import { FILLERS } from "./aliases.ts";
import { findSubcommand, type Subcommand } from "./grammar.ts";
import type { Intent, NotUnderstoodReason, Reading } from "./intent.ts";
import { foldedWords } from "./names.ts";
import { unique } from "./nearest.ts";

/**
 * "settings backend", "my wins": what is not known calls a command that takes no such words, or one that is not typed here. The
 * way to it comes first. Only short lines, or lines that begin so: in a longer one the word is about something else.
 */
export function orCommandApart(reading: Reading, typed: string): Reading {
  const { intent } = reading;
  if (intent.kind !== "not-understood" || intent.because.kind !== "unknown-words") return reading;
  const telling = foldedWords(typed).filter((word) => !FILLERS.has(word));
  const unknown = new Set(intent.because.words);
  const heard = (telling.length > SHORT ? telling.slice(0, 1) : telling).filter((word) => unknown.has(word));
  for (const word of heard) {
    const apart = WIN_WORDS.has(word) ? WINS : commandApart(findSubcommand(word));
    if (apart === null) continue;
    const whole = intent.nearest.filter(({ kind }) => kind === "framework" || kind === "all-topics");
    const others = apart === WINS ? [] : whole.length > 0 ? whole : intent.nearest;
    return { ...reading, intent: { ...intent, because: apart.because, nearest: unique([...apart.ways, ...others]) } };
  }
  return reading;
}

const SHORT = 3;
const WIN_WORDS: ReadonlySet<string> = new Set(["win", "wins"]);

interface Apart {
  readonly because: NotUnderstoodReason;
  readonly ways: readonly Intent[];
}

const WINS: Apart = { because: { kind: "wins-apart" }, ways: [{ kind: "mine", what: "me" }, { kind: "help" }] };

function commandApart(subcommand: Subcommand | undefined): Apart | null {
  const way = subcommand === undefined ? null : standingAlone(subcommand);
  if (subcommand === undefined || way === null) return null;
  return { because: { kind: "command-apart", subcommand }, ways: [way] };
}

/** What a subcommand asks for without further words; null where it needs some. */
export function standingAlone(subcommand: Subcommand): Intent | null {
  switch (subcommand) {
    case "frameworks":
      return { kind: "frameworks", page: 1 };
    case "me":
    case "settings":
    case "export":
    case "import":
    case "forget-me":
      return { kind: "mine", what: subcommand };
    case "help":
    case "about":
    case "reload":
      return { kind: subcommand };
    case "compare":
    case "search":
      return null;
  }
}
