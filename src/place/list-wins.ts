import type { WinsAsked } from "../command/wins-asked.ts";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import { filingState } from "../evidence/filing-state.ts";
import type { Owner, Win, WinPage } from "../evidence/types.ts";
import type { FindCriterion } from "./criteria-now.ts";

export interface ListParts {
  readonly log: EvidenceLog;
  readonly find: FindCriterion;
}

const PER_PAGE = 5;
/** Changed criteria whose wins are gathered at once. */
const MOST_CRITERIA = 50;
const MOST_EACH = 100;

/** A page of the owner's wins, newest first. */
export async function listWins(
  owner: Owner,
  asked: WinsAsked,
  at: string | null,
  { log, find }: ListParts,
): Promise<WinPage> {
  const { changed, ...filter } = asked;

  return changed === true
    ? await listChanged(owner, at, { log, find })
    : await log.list(owner, filter, PER_PAGE, at ?? undefined);
}

/** Wins that are filed under words which have changed since. Whether they have is no question for a database. */
async function listChanged(owner: Owner, at: string | null, { log, find }: ListParts): Promise<WinPage> {
  const filedUnder = await log.filedUnder(owner);
  const criteria = new Set(
    filedUnder.filter((filing) => filingState(filing, find) !== "current").map(({ criterionId }) => criterionId),
  );
  const found = new Map<string, Win>();

  for (const criterionId of [...criteria].slice(0, MOST_CRITERIA)) {
    const { wins } = await log.list(owner, { criterionId }, MOST_EACH);
    for (const win of wins) found.set(win.id, win);
  }
  const wins = [...found.values()]
    .filter(({ filings }) => filings.some((filing) => filingState(filing, find) !== "current"))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  const from = at === null ? wins : wins.filter((win) => placeOf(win) < at);
  const page = from.slice(0, PER_PAGE);
  const last = page.at(-1);

  return { wins: page, total: wins.length, next: from.length > PER_PAGE && last !== undefined ? placeOf(last) : null };
}

function placeOf({ happenedOn, id }: Win): string {
  return `${happenedOn}_${id}`;
}
