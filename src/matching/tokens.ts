import { type Word, wordsOf } from "../text/words.ts";

/**
 * Words as wins and criteria share them. On top of the stems: irregular verbs in one form ("wrote", "written", "write"), British and American
 * endings alike, and the short forms that engineers type ("db", "prod", "thru") as the words they stand for.
 */
export interface Token {
  /** As written. */
  readonly text: string;
  readonly term: string;
  readonly stop: boolean;
}

/** Longer texts are read up to here: a win has at most 12,000 characters. */
const WORD_LIMIT = 4_000;

const VERBS = `lead led|write wrote written|break broke broken|teach taught|give gave given|run ran|speak spoke spoken|catch caught|find found
build built|hold held|sit sat|drive drove driven|bring brought|choose chose chosen|take took taken|go went gone|make made|do did done|dig dug
get got gotten|see saw seen|know knew known|think thought|spend spent|send sent|fall fell fallen|keep kept|leave left|meet met|say said|tell told
understand understood|show shown|begin began begun|become became|buy bought|come came|draw drew drawn|fight fought|fly flew|forget forgot
freeze froze frozen|grow grew grown|hear heard|hide hid hidden|lose lost|pay paid|ride rode|rise rose risen|sell sold
shake shook|shrink shrank shrunk|stand stood|steal stole stolen|stick stuck|swear swore|throw threw thrown|wake woke|win won|wind wound
feed fed|sleep slept|sweep swept|wear wore worn|seek sought|forgive forgave|overtake overtook|undo undid|redo redid|rewrite rewrote rewritten
rebuild rebuilt|withdraw withdrew|tear tore torn|hang hung|lend lent|spin spun|strike struck|try tried|untangle untangled`;

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
  for (const line of VERBS.split(/[|\n]/)) {
    const [base = "", ...past] = line.trim().split(" ");
    for (const form of past) {
      forms.set(term(form), term(base));
    }
  }
  for (const pair of SHORT.split(/[|\n]/)) {
    const [short = "", long = ""] = pair.trim().split(" ");
    forms.set(term(short), spelling(term(long)));
  }
  return forms;
}
