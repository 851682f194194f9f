import type { Kysely } from "kysely";
import type { DeliveryBook } from "../nudges/nudge-book.ts";
import type { Claim, DeliveryState } from "../nudges/plan.ts";
import type { TakeTurn } from "../nudges/planning.ts";
import { inParts } from "./in-parts.ts";
import { toClaim, toDuePlan, toNextColumns, toTime } from "./nudge-rows.ts";
import { type DueRow, nudgeStatements } from "./nudge-statements.ts";
import { replanAll } from "./replan.ts";
import type { DeliveryRow, Queries, Tables } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";
import { toKey } from "./win-rows.ts";

/**
 * What the engine asks of the book. Every change of a delivery names the state and the attempt that it starts from, so that of two processes
 * one changes it and the other changes nothing.
 */
export function createDeliveries(db: Kysely<Tables>, newId: () => string): DeliveryBook {
  const statements = nudgeStatements(db);

  return {
    takeTurns: (now, limit, takeTurn) =>
      inTransaction(db, async (tx) => {
        const { rows } = await statements.due(tx, { now: toTime(now), limit });
        const turns = rows.flatMap((row) => toTurn(row, newId, now, takeTurn));
        for (const some of inParts(turns, TOGETHER)) {
          const [claims, moves] = [some.map(({ claim }) => claim), some.map(({ move }) => move)];
          await statements.claim(tx, claims);
          await statements.moveOn(tx, moves);
        }
        return rows.length;
      }),

    async workspacesWaiting(now) {
      const { rows } = await statements.teams(db, { now: toTime(now) });
      return rows.map(({ team_id }) => team_id);
    },

    async waiting(team, now, limit) {
      const { rows } = await statements.waiting(db, { team_id: team, now: toTime(now), limit });
      return rows.map(toClaim);
    },

    async unresolved(now, limit) {
      const { rows } = await statements.sending(db, { now: toTime(now), limit });
      return rows.map(toClaim);
    },

    begin: (claim, countsOn) =>
      inTransaction(db, async (tx) => {
        const key = toKey(claim.owner);
        const counted = countsOn === null ? [] : (await statements.counted(tx, { ...key, counted_on: countsOn })).rows;
        if (counted.length > 0) return "capped";
        const { id, attempt } = claim;
        const { numAffectedRows } = await statements.begin(tx, { ...key, id, attempt, counted_on: countsOn });
        return numAffectedRows === 1n ? "begun" : "taken";
      }),

    // In one commit with what others record and begin at the same moment.
    sent: (claim, { channel, ts }, now) =>
      inTransaction(db, async (tx) => {
        const { owner, id, attempt } = claim;
        const settled = { message_ts: ts, settled_at: toTime(now) };
        const { numAffectedRows } = await statements.sent(tx, { ...toKey(owner), id, attempt, channel, ...settled });
        // Somebody who asked to be forgotten meanwhile has no row, and gets none again.
        if (claim.channel === null && numAffectedRows === 1n)
          await statements.remember(tx, { ...toKey(owner), channel });
      }),

    postpone: (claim, until) => change(db, claim, ["claimed"], { retry_at: toTime(until) }),

    giveBack: (claim, retryAt) =>
      change(db, claim, ["sending"], { state: "claimed", retry_at: toTime(retryAt), counted_on: null, lookups: 0 }),

    park: (claim, reason, now) =>
      change(db, claim, ["sending"], { state: "parked", reason, retry_at: null, settled_at: toTime(now) }),

    drop: (claim, reason, now) =>
      change(db, claim, ["claimed", "sending"], {
        state: "dropped",
        reason,
        retry_at: null,
        counted_on: null,
        settled_at: toTime(now),
      }),

    lookedUp: (claim, until) => change(db, claim, ["sending"], { lookups: claim.lookups + 1, retry_at: toTime(until) }),

    switchOffAll: ({ team, user }, reason, now) =>
      inTransaction(db, async (tx) => {
        await tx
          .updateTable("nudge_plan")
          .set({ state: "off", reason, ...toNextColumns(null) })
          .where("team_id", "=", team)
          .where("user_id", "=", user)
          .where("state", "=", "on")
          .execute();
        await dropClaimed(tx, reason, now).where("team_id", "=", team).where("user_id", "=", user).execute();
      }),

    stopWorkspace: (team, reason, now) =>
      inTransaction(db, async (tx) => {
        await tx
          .insertInto("nudge_workspace")
          .values({ team, reason, stopped_at: toTime(now) })
          .onConflict((conflict) => conflict.column("team").doNothing())
          .execute();
        await dropClaimed(tx, "workspace-stopped", now).where("team_id", "=", team).execute();
      }),

    async resumeWorkspace(team) {
      await db.deleteFrom("nudge_workspace").where("team", "=", team).execute();
    },

    replan: (zoneData) => replanAll(db, zoneData),

    async purgeDeliveries(before) {
      const { numDeletedRows } = await db
        .deleteFrom("nudge_delivery")
        .where("settled_at", "<=", toTime(before))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** Rows in one statement: twice as many cost hardly less. */
const TOGETHER = 32;

/** What one due plan becomes: its turn as a row, and where it goes on. */
function toTurn(row: DueRow, newId: () => string, now: number, takeTurn: TakeTurn) {
  const plan = toDuePlan(row);
  if (plan === undefined) return [];
  const { occurrence, window, outcome, next } = takeTurn(plan, now);
  const { team_id, user_id, kind, about } = row;
  const dropped = outcome.kind === "drop";
  const claim: DeliveryRow = {
    team_id,
    user_id,
    id: newId(),
    plan_id: row.id,
    kind,
    about,
    occurrence,
    slot_at: toTime(plan.slot.at),
    slot_day: plan.slot.day,
    slot_week: plan.slot.week,
    useful_from: toTime(window.from),
    useful_until: toTime(window.until),
    state: dropped ? "dropped" : "claimed",
    reason: dropped ? outcome.reason : null,
    attempt: 0,
    lookups: 0,
    retry_at: dropped ? null : toTime(outcome.notBefore),
    counted_on: null,
    channel: null,
    message_ts: null,
    claimed_at: toTime(now),
    settled_at: dropped ? toTime(now) : null,
  };

  return [{ claim, move: { team_id, user_id, id: row.id, ...toNextColumns(next) } }];
}

async function change(
  queries: Queries,
  { owner, id, attempt }: Claim,
  from: readonly DeliveryState[],
  columns: Partial<DeliveryRow>,
): Promise<void> {
  await queries
    .updateTable("nudge_delivery")
    .set(columns)
    .where("team_id", "=", owner.team)
    .where("user_id", "=", owner.user)
    .where("id", "=", id)
    .where("state", "in", from)
    .where("attempt", "=", attempt)
    .execute();
}

function dropClaimed(tx: Tx, reason: string, now: number) {
  return tx
    .updateTable("nudge_delivery")
    .set({ state: "dropped", reason, retry_at: null, settled_at: toTime(now) })
    .where("state", "=", "claimed");
}
