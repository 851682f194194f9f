import type { Catalogue } from "../catalogue/types.ts";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Focus, Owner, Win } from "../evidence/types.ts";
import type { OneToOneBook } from "./one-to-one-book.ts";
import { meetingQuestions } from "./questions.ts";
import { type QuietArea, quietAreas } from "./quiet-areas.ts";
import type { OneToOne, Point, TurnNotes } from "./types.ts";
import { dayThere, lastTurn, type Turn } from "./when.ts";

/** What somebody may want at hand for one turn of a 1:1. For them alone. */
export interface Preparation {
  readonly oneToOne: OneToOne;
  readonly turn: Turn;
  readonly now: number;
  /** The day of the last turn, or of the last month where there was none. */
  readonly since: string;
  readonly isFirst: boolean;
  /** Newest first. */
  readonly wins: readonly Win[];
  /** Wins that are not among them. */
  readonly moreWins: number;
  readonly points: readonly Point[];
  readonly focus: readonly Focus[];
  readonly quiet: readonly QuietArea[];
  /** What was agreed last time. */
  readonly agreed: { readonly day: string; readonly text: string } | null;
  readonly questions: readonly string[];
  readonly notes: TurnNotes;
}

export interface PrepareParts {
  readonly log: Pick<EvidenceLog, "list" | "focus" | "coverage" | "profile" | "opportunityNotes">;
  readonly book: Pick<OneToOneBook, "points" | "turns">;
  readonly catalogue: () => Catalogue;
  readonly now: () => number;
}

const MOST_WINS = 8;
const MOST_READ = 50;
const MOST_QUIET = 2;
const FIRST_TIME_DAYS = 30;

export async function prepare(parts: PrepareParts, owner: Owner, oneToOne: OneToOne, turn: Turn): Promise<Preparation> {
  const { log, book } = parts;
  const now = parts.now();
  const turns = await book.turns(owner, oneToOne.id);
  const last = lastTurn(oneToOne, turns, Math.min(turn.at, now));
  const today = dayThere(oneToOne.zone, now);
  const since =
    last === undefined
      ? Temporal.PlainDate.from(today).subtract({ days: FIRST_TIME_DAYS }).toString()
      : dayThere(oneToOne.zone, last.at);
  const { wins, total } = await log.list(owner, { from: since }, MOST_READ);
  const news = wins.filter((win) => last === undefined || isNews(win, since, last.at));
  const [points, focus, quiet] = [
    await book.points(owner, oneToOne.id),
    await log.focus(owner),
    await quietFor(parts, owner, today),
  ];

  return {
    oneToOne,
    turn,
    now,
    since,
    isFirst: last === undefined,
    wins: news.slice(0, MOST_WINS),
    moreWins: Math.max(0, news.length - MOST_WINS) + Math.max(0, total - wins.length),
    points,
    focus,
    quiet: quiet.slice(0, MOST_QUIET),
    agreed: agreedBefore(turns, turn.day),
    questions: meetingQuestions(turn.day),
    notes: turns.find(({ day }) => day === turn.day) ?? emptyNotes(turn.day),
  };
}

/** A win of the day of the last 1:1 that was logged before it was news then. */
function isNews(win: Win, day: string, at: number): boolean {
  return win.happenedOn > day || Date.parse(win.createdAt) >= at;
}

/** Areas of the person's own framework, at their level where they said it. Nothing is assumed for somebody who did not choose one. */
export async function quietFor(
  {
    log,
    catalogue,
  }: Pick<PrepareParts, "catalogue"> & {
    readonly log: Pick<EvidenceLog, "coverage" | "profile" | "opportunityNotes">;
  },
  owner: Owner,
  today: string,
): Promise<readonly QuietArea[]> {
  const profile = await log.profile(owner);
  const framework = catalogue().frameworks.find(({ path }) => path === profile?.framework);

  return framework === undefined
    ? []
    : quietAreas(
        framework,
        profile?.level ?? null,
        await log.coverage(owner),
        await log.opportunityNotes(owner),
        today,
      );
}

export function emptyNotes(day: string): TurnNotes {
  return { day, skipped: false, moved: null, leftOut: [], remark: null, agreed: null };
}

function agreedBefore(turns: readonly TurnNotes[], day: string): Preparation["agreed"] {
  const last = turns
    .filter((turn) => turn.day < day && turn.agreed !== null)
    .sort((a, b) => a.day.localeCompare(b.day))
    .at(-1);
  return last?.agreed == null ? null : { day: last.day, text: last.agreed };
}
