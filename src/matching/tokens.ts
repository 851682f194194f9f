import { type Word, wordsOf } from "../text/words.ts";

/**
 * Words as wins and criteria share them. On top of the stems: British and American endings alike, and the short forms that engineers type ("db", "prod", "thru") as the words they stand for.
 */
export interface Token {
  /** As written. */
  readonly text: string;
  readonly term: string;
  readonly stop: boolean;
}

/** Longer texts are read up to here: a win has at most 12,000 characters. */
const WORD_LIMIT = 4_000;

const SHORT = `doc documentation|docs documentation|db database|dbs database|prod production|perf performance|infra infrastructure|config configuration
repo repository|env environment|eng engineer|dev engineer|devs engineer|mgr manager|thru through|w with|ppl people|async asynchronous
vuln vulnerability|vulns vulnerability|msg message|retro retrospective|retros retrospective|mr pr|mrs pr|prs pr|k8s kubernetes
stats statistics|deps dependency|dep dependency|lib library|libs library|tix ticket|mins minutes|hrs hours|cos because|yr year
yrs year|spec specification|specs specification|auth authentication|pg postgres|js javascript|ts typescript|exec executive|execs executive
convo conversation|intro introduction`;

const FORMS: ReadonlyMap<string, string> = readForms();

export function tokensOf(text: string): Token[] {
  return wordsOf(text)
    .slice(0, WORD_LIMIT)
    .map((word) => ({ text: word.text, term: toCommon(word), stop: word.stop }));
}

function toCommon(word: Word): string {
  const found = FORMS.get(word.term);
  if (found !== undefined) {
    return found;
  }
  return spelling(word.term);
}

function spelling(term: string): string {
  if (term.length >= 6 && term.endsWith("is")) {
    return term.slice(0, -2);
  }
  if (term.length >= 5 && term.endsWith("our")) {
    return `${term.slice(0, -3)}or`;
  }
  return term;
}

function readForms(): Map<string, string> {
  const forms = new Map<string, string>();
  const term = (word: string): string => wordsOf(word)[0]?.term ?? word;
  for (const pair of SHORT.split(/[|\n]/)) {
    const [short = "", long = ""] = pair.trim().split(" ");
    forms.set(term(short), spelling(term(long)));
  }
  return forms;
}
