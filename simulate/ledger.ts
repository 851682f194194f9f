import type { DeliveryRecord } from "../src/nudges/plan.ts";
import type { Promised, Promises } from "./promises.ts";
import type { ZoneOracle } from "./zone-oracle.ts";

/** One message that the local Slack received. */
export interface Arrival {
  readonly user: string;
  /** `kind occurrence`. */
  readonly text: string;
  /** Slack's own time, milliseconds since 1970. */
  readonly at: number;
}

/** A time in which something was wrong with the world. */
export interface Trouble {
  readonly why: (typeof everyTrouble)[number];
  readonly from: number;
  readonly until: number;
}

export interface Ledger {
  readonly promised: number;
  readonly arrived: number;
  readonly onceInTime: number;
  /** Drops by reason. */
  readonly drops: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}

/** What must not be. */
export interface Fault {
  readonly kind: "lost" | "doubled" | "wrong" | "never promised" | "second of the day";
  readonly what: string;
}

export interface LedgerParts {
  readonly promises: Promises;
  /** What was to be sent before that moment is counted; what is sent later may be there already. */
  readonly until: number;
  /** When the world ended: what was still of use then, and waited for its next day, was not lost. */
  readonly end: number;
  readonly arrivals: readonly Arrival[];
  readonly records: ReadonlyMap<string, readonly DeliveryRecord[]>;
  readonly troubles: readonly Trouble[];
  /** Moments of crashes and of answers that went wrong. */
  readonly accidents: readonly number[];
  readonly isAway: (user: string, occurrence: string) => boolean;
}

const everyTrouble = ["bot-down", "slack-down", "token-revoked", "clock-wrong"] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A crash, its restart, and asking about what was in doubt take this long at most, also when Slack answers badly. */
const RECOVERY = 40 * MINUTE;
/** The tick comes once a minute, and a full minute may be in the queue before it. */
const LATE = 2 * MINUTE;

/** What was promised against what Slack received. The bot's records are asked only for the reasons of what did not arrive. */
export function drawLedger(parts: LedgerParts): Ledger {
  const { promises, until, arrivals, records, isAway } = parts;
  const promised = promises.list(until);
  const byTurn = Map.groupBy(arrivals, ({ user, text }) => `${user} ${text}`);
  const known = new Set(promises.list(until + 2 * DAY).map(turnKey));
  const faults = secondsOfDay(parts);
  const drops: Record<string, number> = {};
  let onceInTime = 0;

  for (const turn of promised) {
    const came = byTurn.get(turnKey(turn)) ?? [];
    const [first] = came;

    if (came.length > 1) faults.push({ kind: "doubled", what: `${turnKey(turn)} came ${came.length} times` });
    if (first === undefined) {
      const reason = records.get(turn.user)?.find((record) => isOf(record, turn))?.reason;
      if (reason === undefined && turn.window.until > parts.end) {
        drops["still to come"] = (drops["still to come"] ?? 0) + 1;
        continue;
      }
      const complaint = dropComplaint(turn, reason, parts);
      if (complaint !== undefined) faults.push({ kind: "lost", what: complaint });
      drops[reason ?? "no reason"] = (drops[reason ?? "no reason"] ?? 0) + 1;
      continue;
    }
    const wrong = isAway(turn.user, turn.occurrence) ? "although away" : wrongHour(turn, first.at, parts);
    if (wrong === undefined) onceInTime += 1;
    else faults.push({ kind: "wrong", what: `${turnKey(turn)} ${new Date(first.at).toISOString()} ${wrong}` });
  }
  for (const [key, came] of byTurn) {
    const what = `${key} ${new Date(came[0]?.at ?? 0).toISOString()}`;
    if (!known.has(key)) faults.push({ kind: "never promised", what });
  }
  return { promised: promised.length, arrived: arrivals.length, onceInTime, drops, faults };
}

function turnKey({ user, kind, occurrence }: Promised): string {
  return `${user} ${kind} ${occurrence}`;
}

function isOf(record: DeliveryRecord, turn: Promised): boolean {
  return record.kind === turn.kind && record.occurrence === turn.occurrence;
}

/** By the wall clock of the person, as the oracle tells it. */
function wrongHour(
  { plan, slotAt, window }: Promised,
  at: number,
  { promises, troubles }: LedgerParts,
): string | undefined {
  const zone = promises.oracle(plan.rule.zone);
  const clockWrong = troubles.some(({ why, from, until }) => why === "clock-wrong" && at >= from && at < until + LATE);
  const allowed = clockWrong ? HOUR : LATE;
  const wall = new Date(zone.wall(at));
  const clock = wall.toISOString().slice(11, 16);

  if (wall.getUTCDay() === 0 || wall.getUTCDay() === 6) return "on a weekend";
  if (clock < "09:00" || new Date(wall.getTime() - allowed).toISOString().slice(11, 16) >= "17:30")
    return `at ${clock}`;
  switch (plan.kind) {
    case "nudge": {
      const late = at - slotAt;
      return late < 0 || late > 3 * HOUR + allowed ? `${late / MINUTE} minutes after its hour` : undefined;
    }
    case "preparation":
      return at >= slotAt + allowed || at < window.from ? "not ahead of the 1:1" : undefined;
    case "follow-up":
      return at < slotAt + 150 * MINUTE || at >= window.until + allowed ? "not after the 1:1" : undefined;
  }
}

/** Why a turn that did not arrive should have: undefined when its reason holds. */
function dropComplaint(turn: Promised, reason: string | null | undefined, parts: LedgerParts): string | undefined {
  const { promises, troubles, arrivals, isAway } = parts;
  const zone = promises.oracle(turn.plan.rule.zone);
  const touched = (...kinds: readonly Trouble["why"][]) =>
    troubles.some(
      ({ why, from, until }) => kinds.includes(why) && from < turn.window.until && until + RECOVERY > turn.window.from,
    );
  const { from, until } = turn.window;
  const wasAccident = parts.accidents.some((at) => at > from - RECOVERY && at < until);
  const holds = (): boolean => {
    switch (reason) {
      case "away":
        return isAway(turn.user, turn.occurrence);
      case "one-a-day": {
        const days = new Set(
          arrivals
            .filter(({ user }) => user === turn.user)
            .map(({ at }) => new Date(zone.wall(at)).toISOString().slice(0, 10)),
        );
        return days.has(new Date(zone.wall(turn.window.from)).toISOString().slice(0, 10));
      }
      case "outside-hours":
      case "stale":
        if (reason === "outside-hours" && workingMinutes(turn, parts).length === 0) return true;
        return calmMinutes(turn, parts) < RECOVERY / MINUTE && (wasAccident || touched(...everyTrouble));
      case "token_revoked":
      case "workspace-stopped":
        return touched("token-revoked");
      default:
        return false;
    }
  };
  return holds() ? undefined : `${turnKey(turn)} (${reason ?? "no reason"})`;
}

/**
 * The longest time within its window in which the person was at work, nothing was wrong with the world, and their day still had its one
 * message: after another that counts has come, this turn can only wait for the next day, and an outage may begin before that.
 */
function calmMinutes(turn: Promised, parts: LedgerParts): number {
  const { plan, slotAt } = turn;
  const zone = parts.promises.oracle(plan.rule.zone);
  const spent = spentDays(turn, parts);
  const ofItsOwn = plan.kind === "nudge" ? undefined : dayOf(zone, slotAt);
  let longest = 0;
  let calm = 0;
  let last = 0;

  for (const at of workingMinutes(turn, parts)) {
    const day = dayOf(zone, at);
    const wrong = parts.troubles.some(({ from, until }) => at >= from && at < until);
    const capped = day !== ofItsOwn && at >= (spent.get(day) ?? Number.POSITIVE_INFINITY);
    calm = wrong || capped ? 0 : at === last + MINUTE ? calm + 1 : 1;
    longest = Math.max(longest, calm);
    last = at;
  }
  return longest;
}

/** Minutes of its window, since the person chose it, at which they were at work. */
function workingMinutes({ window, chosen, plan }: Promised, { promises }: LedgerParts): number[] {
  const zone = promises.oracle(plan.rule.zone);
  const minutes: number[] = [];

  for (let at = Math.ceil(Math.max(window.from, chosen) / MINUTE) * MINUTE; at < window.until; at += MINUTE) {
    const wall = new Date(zone.wall(at));
    const clock = wall.toISOString().slice(11, 16);
    if (wall.getUTCDay() % 6 !== 0 && clock >= "09:00" && clock < "17:30") minutes.push(at);
  }
  return minutes;
}

/** Local days on which Slack received a message that counts for the person's one a day, and when. What a 1:1 brings on its own day does not. */
function spentDays({ user, plan }: Promised, { promises, arrivals, until }: LedgerParts): Map<string, number> {
  const zone = promises.oracle(plan.rule.zone);
  const ofItsOwn = new Set(
    promises
      .list(until + 2 * DAY)
      .filter((other) => other.user === user && other.kind !== "nudge")
      .map(
        (other) => `${other.kind} ${other.occurrence} ${dayOf(promises.oracle(other.plan.rule.zone), other.slotAt)}`,
      ),
  );
  const days = new Map<string, number>();

  for (const { text, at } of arrivals.filter((arrival) => arrival.user === user)) {
    const day = dayOf(zone, at);
    if (!ofItsOwn.has(`${text} ${day}`)) days.set(day, Math.min(at, days.get(day) ?? at));
  }
  return days;
}

/** Whoever had more than one message that counts on one local day. */
function secondsOfDay({ promises, arrivals, until }: LedgerParts): Fault[] {
  const turns = new Map(promises.list(until + 2 * DAY).map((turn) => [turnKey(turn), turn]));
  const counted = Map.groupBy(arrivals, ({ user, text, at }) => {
    const turn = turns.get(`${user} ${text}`);
    if (turn === undefined) return null;
    const zone = promises.oracle(turn.plan.rule.zone);
    const day = dayOf(zone, at);
    return turn.kind !== "nudge" && day === dayOf(zone, turn.slotAt) ? null : `${user} ${day}`;
  });

  return [...counted].flatMap(([key, of]) =>
    key === null || new Set(of.map(({ text }) => text)).size < 2
      ? []
      : [{ kind: "second of the day" as const, what: `${key}: ${of.map(({ text }) => text).join(", ")}` }],
  );
}

function dayOf(zone: ZoneOracle, at: number): string {
  return new Date(zone.wall(at)).toISOString().slice(0, 10);
}
