import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Owner, Win, WinFilter } from "../evidence/types.ts";
import { editWin, fileWin, isGone, setRemoved, unfileWin } from "./change-win.ts";
import { createCoverage } from "./coverage.ts";
import { createDrafts } from "./drafts.ts";
import { createEraser } from "./erase.ts";
import { createEveryWin } from "./every-win.ts";
import { createFiledUnder } from "./filed-under.ts";
import { importWins } from "./import-wins.ts";
import { createMyPlace } from "./my-place.ts";
import type { Database } from "./open-database.ts";
import { readWin, readWins } from "./read-wins.ts";
import { saveWin } from "./save-win.ts";
import { shareWin, unshareWin, withdrawShare } from "./share-win.ts";
import { createIds } from "./sortable-ids.ts";
import { inTransaction } from "./transaction.ts";
import { createWinList, type Place } from "./win-list.ts";
import { toKey } from "./win-rows.ts";
import { winStatements } from "./win-statements.ts";

const MAX_PAGE = 100;

export interface SqlEvidenceLogParts {
  readonly now: () => Date;
}

/** The evidence log on a database. Statements are built once; whose rows a statement sees is part of each of them. */
export function createSqlEvidenceLog(database: Database, { now }: SqlEvidenceLogParts): EvidenceLog {
  const db = database.queries;
  const newId = createIds(now);
  const statements = winStatements(db);
  const wins = createWinList(db);

  const readPage = async (owner: Owner, filter: WinFilter, limit: number, after: Place | undefined) => {
    const rows = await wins.page(toKey(owner), filter, limit, after);
    return readWins(db, statements, owner, rows);
  };

  return {
    ...createMyPlace(db, now),
    ...createDrafts(db, now, newId),
    ...createEraser(database, now),
    coverage: createCoverage(db),
    filedUnder: createFiledUnder(db),

    save: (owner, win, gesture) =>
      inTransaction(db, (tx) => saveWin(tx, statements, owner, win, gesture, { id: newId(), at: now() })),

    async get(owner, id) {
      const win = await readWin(db, statements, owner, id);
      return win === undefined || isGone(win, now()) ? undefined : win;
    },

    async list(owner, filter, limit, next) {
      const size = Math.min(Math.max(1, Math.trunc(limit)), MAX_PAGE);
      const total = await wins.count(toKey(owner), filter);
      const found = await readPage(owner, filter, size + 1, toPlace(next));
      const page = found.slice(0, size);
      const last = page.at(-1);

      return { wins: page, total, next: found.length > size && last !== undefined ? toNext(last) : null };
    },

    edit: (owner, id, changes) => inTransaction(db, (tx) => editWin(tx, statements, owner, id, changes, now())),
    file: (owner, id, filing) => inTransaction(db, (tx) => fileWin(tx, statements, owner, id, filing)),
    unfile: (owner, id, criterionId) => inTransaction(db, (tx) => unfileWin(tx, statements, owner, id, criterionId)),
    remove: (owner, id) => inTransaction(db, (tx) => setRemoved(tx, statements, owner, id, true, now())),
    restore: (owner, id) => inTransaction(db, (tx) => setRemoved(tx, statements, owner, id, false, now())),

    share: (owner, id, share, gesture) =>
      inTransaction(db, (tx) => shareWin(tx, statements, owner, id, share, gesture, now())),
    unshare: (owner, shareId) => inTransaction(db, (tx) => unshareWin(tx, statements, owner, shareId)),
    withdraw: (owner, shareId, messageTs) =>
      inTransaction(db, (tx) => withdrawShare(tx, statements, owner, shareId, messageTs, now())),

    everything: createEveryWin(db, statements),
    importWins: (owner, imported) => importWins(db, statements, owner, imported),
  };
}

const NEXT = /^(\d{4}-\d\d-\d\d)_([0-9a-z]{26})$/;

/** What comes back from a button may be anything: what is no place means the first page. */
function toPlace(next: string | undefined): Place | undefined {
  const [, happenedOn, id] = NEXT.exec(next ?? "") ?? [];
  return happenedOn === undefined || id === undefined ? undefined : { happenedOn, id };
}

function toNext(last: Win): string {
  return `${last.happenedOn}_${last.id}`;
}
