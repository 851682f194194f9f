import type { Filing, NewWin, Owner, Share, Win } from "../evidence/types.ts";
import { visibilityOf } from "../evidence/visibility.ts";
import type { FilingRow, ShareRow, WinRow } from "./tables.ts";

/** The columns of an owner, as every statement about one wants them. */
export interface OwnerKey {
  readonly team_id: string;
  readonly user_id: string;
}

export function toKey(owner: Owner): OwnerKey {
  return { team_id: owner.team, user_id: owner.user };
}

export function toWin(row: WinRow, filings: readonly FilingRow[], shares: readonly ShareRow[]): Win {
  return {
    id: row.id,
    text: row.text,
    happenedOn: row.happened_on,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    origin: row.origin,
    source: { permalink: row.source_permalink, messageKey: row.source_message_key, author: row.source_author },
    outcome: row.outcome,
    note: row.note,
    people: toList(row.people),
    links: toList(row.links),
    filings: filings.map(toFiling),
    shares: shares.map(toShare),
    deletedAt: row.deleted_at,
  };
}

export function toWinRow(owner: Owner, id: string, win: NewWin, createdAt: string): WinRow {
  return {
    ...toKey(owner),
    id,
    text: win.text,
    happened_on: win.happenedOn,
    created_at: createdAt,
    edited_at: null,
    origin: win.origin,
    source_permalink: win.source?.permalink ?? null,
    source_message_key: win.source?.messageKey ?? null,
    source_author: win.source?.author ?? null,
    outcome: win.outcome ?? null,
    note: win.note ?? null,
    people: JSON.stringify(win.people ?? []),
    links: JSON.stringify(win.links ?? []),
    deleted_at: null,
    visibility: visibilityOf({ shares: win.shares ?? [] }),
  };
}

/** The order in which filings are read. */
export function byFiling(a: FilingRow, b: FilingRow): number {
  return compare(a.filed_at, b.filed_at) || compare(a.criterion_id, b.criterion_id);
}

/** The order in which shares are read. */
export function byShare(a: ShareRow, b: ShareRow): number {
  return compare(a.shared_at, b.shared_at) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function toFilingRow(owner: Owner, winId: string, filing: Filing): FilingRow {
  return {
    ...toKey(owner),
    win_id: winId,
    criterion_id: filing.criterionId,
    framework: filing.framework,
    topic: filing.topic,
    level: filing.level,
    wording: filing.wording,
    content_hash: filing.contentHash,
    filed_at: filing.filedAt,
    kept_as: filing.keptAs ?? null,
  };
}

function toFiling(row: FilingRow): Filing {
  return {
    criterionId: row.criterion_id,
    framework: row.framework,
    topic: row.topic,
    level: row.level,
    wording: row.wording,
    contentHash: row.content_hash,
    filedAt: row.filed_at,
    ...(row.kept_as === null ? {} : { keptAs: row.kept_as }),
  };
}

export function toShareRow(owner: Owner, winId: string, { audience, ...share }: Share): ShareRow {
  return {
    ...toKey(owner),
    id: share.id,
    win_id: winId,
    audience: audience.kind,
    audience_id: audience.id,
    audience_name: audience.name,
    shared_at: share.sharedAt,
    shown: share.shown,
    message_ts: share.messageTs,
    withdrawn_at: share.withdrawnAt,
  };
}

export function toShare(row: ShareRow): Share {
  return {
    id: row.id,
    audience: { kind: row.audience, id: row.audience_id, name: row.audience_name },
    sharedAt: row.shared_at,
    shown: row.shown,
    messageTs: row.message_ts,
    withdrawnAt: row.withdrawn_at,
  };
}

function toList(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
