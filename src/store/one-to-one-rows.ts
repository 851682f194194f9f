import type { Copy, Often, OneToOne, OneToOneTerms, Point, SentCopy, TurnNotes } from "../one-to-ones/types.ts";

export interface OneToOneRow {
  team_id: string;
  user_id: string;
  id: string;
  gesture: string;
  with_user: string;
  often: Often;
  first_on: string;
  time: string;
  zone: string;
  duration_minutes: number;
  lead_minutes: number;
  follow_up: number;
  paused_until: string | null;
  paused_at: string | null;
  created_at: string;
}

export interface TurnRow {
  team_id: string;
  user_id: string;
  one_to_one_id: string;
  day: string;
  skipped: number;
  moved_day: string | null;
  moved_time: string | null;
  left_out: string;
  remark: string | null;
  agreed: string | null;
}

export interface PointRow {
  team_id: string;
  user_id: string;
  id: string;
  one_to_one_id: string;
  gesture: string;
  text: string;
  permalink: string | null;
  created_at: string;
  closed_at: string | null;
}

export interface CopyRow {
  team_id: string;
  user_id: string;
  id: string;
  one_to_one_id: string;
  day: string;
  to_user: string;
  view: string;
  state: Copy["state"];
  channel: string | null;
  ts: string | null;
  made_at: string;
  sending_at: string | null;
}

export function toOneToOne(row: OneToOneRow): OneToOne {
  return {
    id: row.id,
    with: row.with_user,
    often: row.often,
    firstOn: row.first_on,
    time: row.time,
    zone: row.zone,
    durationMinutes: row.duration_minutes,
    leadMinutes: row.lead_minutes,
    followUp: row.follow_up === 1,
    pausedUntil: row.paused_until,
    pausedAt: row.paused_at,
    createdAt: row.created_at,
  };
}

export function toTermsColumns(terms: OneToOneTerms) {
  return {
    with_user: terms.with,
    often: terms.often,
    first_on: terms.firstOn,
    time: terms.time,
    zone: terms.zone,
    duration_minutes: terms.durationMinutes,
    lead_minutes: terms.leadMinutes,
    follow_up: terms.followUp ? 1 : 0,
  };
}

export function toTurnNotes(row: TurnRow): TurnNotes {
  const { day, skipped, moved_day, moved_time, left_out, remark, agreed } = row;
  return {
    day,
    skipped: skipped === 1,
    moved: moved_day === null || moved_time === null ? null : { day: moved_day, time: moved_time },
    leftOut: JSON.parse(left_out),
    remark,
    agreed,
  };
}

export function toTurnColumns({ skipped, moved, leftOut, remark, agreed }: TurnNotes) {
  return {
    skipped: skipped ? 1 : 0,
    moved_day: moved?.day ?? null,
    moved_time: moved?.time ?? null,
    left_out: JSON.stringify(leftOut),
    remark,
    agreed,
  };
}

export function toPoint({ id, text, permalink, created_at }: PointRow): Point {
  return { id, text, permalink, createdAt: created_at };
}

export function toCopy(row: CopyRow): Copy {
  const { id, one_to_one_id, day, to_user, view, state, channel, ts, sending_at } = row;
  return {
    id,
    oneToOne: one_to_one_id,
    day,
    to: to_user,
    view: JSON.parse(view),
    at: channel === null || ts === null ? null : { channel, ts },
    sendingAt: sending_at === null ? null : Date.parse(sending_at),
    state,
  };
}

export function toSentCopy({ id, day, to_user, view, state, made_at }: CopyRow): SentCopy {
  const { text } = JSON.parse(view) as Copy["view"];
  return { id, day, to: to_user, sentAt: made_at, withdrawn: state === "withdrawn", text };
}
