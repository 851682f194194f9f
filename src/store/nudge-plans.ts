import type { Kysely } from "kysely";
import type { Owner } from "../evidence/types.ts";
import type { PlanBook } from "../nudges/nudge-book.ts";
import { type NewPlan, occurrenceOf } from "../nudges/plan.ts";
import { type Planned, planNext } from "../nudges/planning.ts";
import type { WorkingHours } from "../nudges/time/working-hours.ts";
import { toHours, toNewPlan, toNextColumns, toPlan, toPlanColumns, toRecord, toTime } from "./nudge-rows.ts";
import type { PlanRow, Queries, Tables } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";
import { toKey } from "./win-rows.ts";

const RECORDS = 100;

/** What people decide about their reminders. */
export function createPlans(db: Kysely<Tables>): PlanBook {
  /** A choice about one plan, and the plan as it is then. */
  const change = (owner: Owner, id: string, work: (tx: Tx, row: PlanRow) => Promise<unknown>) =>
    inTransaction(db, async (tx) => {
      const before = await findPlan(tx, owner, id);
      if (before === undefined) return undefined;
      await work(tx, before);
      const after = await findPlan(tx, owner, id);
      return after === undefined ? undefined : toPlan(after);
    });

  return {
    async plans(owner) {
      return (await planRows(db, owner)).map(toPlan);
    },

    savePlan: (owner, plan, now) =>
      inTransaction(db, async (tx) => toPlan(await keepPlan(tx, owner, plan, await hoursOf(tx, owner), now))),

    place: (owner, id, next, now) =>
      change(owner, id, async (tx, { state }) => {
        if (state === "off") return;
        await dropWaiting(tx, owner, id, "changed", now);
        await updatePlan(tx, owner, id, toNextColumns(next));
      }),

    async moveOn(owner, id, next) {
      await change(owner, id, async (tx, { state }) => {
        if (state === "on") await updatePlan(tx, owner, id, toNextColumns(next));
      });
    },

    pause: (owner, id, until, now) =>
      change(owner, id, async (tx, row) => {
        const from = Math.max(now, until ?? now);
        const next = await planUnspent(tx, owner, toNewPlan(row), await hoursOf(tx, owner), from);
        await dropWaiting(tx, owner, id, "paused", now);
        await updatePlan(tx, owner, id, {
          paused_until: until === null ? null : toTime(until),
          ...(row.state === "on" ? toNextColumns(next) : {}),
        });
      }),

    switchOff: (owner, id, reason, now) =>
      change(owner, id, async (tx) => {
        await dropWaiting(tx, owner, id, reason, now);
        await updatePlan(tx, owner, id, { state: "off", reason, ...toNextColumns(null) });
      }),

    changeZone: (owner, zone, now, kinds) =>
      inTransaction(db, async (tx) => {
        const hours = { ...(await hoursOf(tx, owner)), zone };
        await keepHours(tx, owner, hours);
        for (const row of await planRows(tx, owner)) {
          const plan = toNewPlan(row);
          const rule = kinds?.includes(plan.kind) === false ? plan.rule : { ...plan.rule, zone };
          await replace(tx, owner, row, { ...plan, rule }, hours, now);
        }
      }),

    workingHours: (owner) => hoursOf(db, owner),

    saveWorkingHours: (owner, hours, now) =>
      inTransaction(db, async (tx) => {
        await keepHours(tx, owner, hours);
        for (const row of await planRows(tx, owner)) {
          await replace(tx, owner, row, toNewPlan(row), hours, now);
        }
      }),

    async rememberChannel(owner, channel) {
      await db
        .insertInto("nudge_person")
        .values({ ...toKey(owner), hours: null, channel })
        .onConflict((conflict) => conflict.columns(["team_id", "user_id"]).doUpdateSet({ channel }))
        .execute();
    },

    channel: async (owner) => (await personOf(db, owner))?.channel ?? null,

    async deliveries(owner) {
      const { team_id, user_id } = toKey(owner);
      const rows = await db
        .selectFrom("nudge_delivery")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .orderBy("id", "desc")
        .limit(RECORDS)
        .execute();
      return rows.map(toRecord);
    },
  };
}

/** What is off stays off, and a pause lasts. */
async function replace(tx: Tx, owner: Owner, row: PlanRow, plan: NewPlan, hours: WorkingHours, now: number) {
  const { state, reason, paused_until } = row;
  const from = Math.max(now, paused_until === null ? now : Date.parse(paused_until));

  await keepPlan(tx, owner, plan, hours, from);
  await updatePlan(tx, owner, row.id, {
    state,
    reason,
    paused_until,
    ...(state === "on" ? {} : toNextColumns(null)),
  });
}

async function keepPlan(tx: Tx, owner: Owner, plan: NewPlan, hours: WorkingHours, now: number): Promise<PlanRow> {
  await dropWaiting(tx, owner, plan.id, "changed", now);
  const next = await planUnspent(tx, owner, plan, hours, now);
  const columns = { ...toPlanColumns(plan, next), state: "on" as const, reason: null, paused_until: null };
  const row = { ...toKey(owner), ...columns };

  await tx
    .insertInto("nudge_plan")
    .values(row)
    .onConflict((conflict) => conflict.columns(["team_id", "user_id", "id"]).doUpdateSet(columns))
    .execute();
  return row;
}

/** A turn of a week that has had its reminder, or is having it, would only be passed over: people see the one that will come. */
async function planUnspent(tx: Tx, owner: Owner, plan: NewPlan, hours: WorkingHours, now: number): Promise<Planned> {
  const { team_id, user_id } = toKey(owner);

  for (let next = planNext(plan, hours, now); ; next = planNext(plan, hours, next.slot.at)) {
    const spent = await tx
      .selectFrom("nudge_delivery")
      .select("id")
      .where("team_id", "=", team_id)
      .where("user_id", "=", user_id)
      .where("kind", "=", plan.kind)
      .where("occurrence", "=", occurrenceOf(plan, next.slot))
      .executeTakeFirst();
    if (spent === undefined) return next;
  }
}

/** Claims that nobody has begun to send. Their turn is free again: the row keeps only its reason. */
async function dropWaiting(tx: Tx, owner: Owner, planId: string, reason: string, now: number): Promise<void> {
  const { team_id, user_id } = toKey(owner);
  await tx
    .updateTable("nudge_delivery")
    .set((eb) => ({ state: "dropped", reason, retry_at: null, settled_at: toTime(now), occurrence: eb.ref("id") }))
    .where("team_id", "=", team_id)
    .where("user_id", "=", user_id)
    .where("plan_id", "=", planId)
    .where("state", "=", "claimed")
    .execute();
}

async function hoursOf(queries: Queries, owner: Owner): Promise<WorkingHours> {
  return toHours((await personOf(queries, owner))?.hours ?? null);
}

function personOf(queries: Queries, owner: Owner) {
  const { team_id, user_id } = toKey(owner);
  return queries
    .selectFrom("nudge_person")
    .select(["hours", "channel"])
    .where("team_id", "=", team_id)
    .where("user_id", "=", user_id)
    .executeTakeFirst();
}

async function keepHours(tx: Tx, owner: Owner, hours: WorkingHours): Promise<void> {
  const columns = { hours: JSON.stringify(hours) };
  await tx
    .insertInto("nudge_person")
    .values({ ...toKey(owner), channel: null, ...columns })
    .onConflict((conflict) => conflict.columns(["team_id", "user_id"]).doUpdateSet(columns))
    .execute();
}

function planRows(queries: Queries, owner: Owner): Promise<PlanRow[]> {
  const { team_id, user_id } = toKey(owner);
  return queries
    .selectFrom("nudge_plan")
    .selectAll()
    .where("team_id", "=", team_id)
    .where("user_id", "=", user_id)
    .orderBy("id")
    .execute();
}

async function findPlan(tx: Tx, owner: Owner, id: string): Promise<PlanRow | undefined> {
  return (await planRows(tx, owner)).find((row) => row.id === id);
}

async function updatePlan(tx: Tx, owner: Owner, id: string, columns: Partial<PlanRow>): Promise<void> {
  const { team_id, user_id } = toKey(owner);
  await tx
    .updateTable("nudge_plan")
    .set(columns)
    .where("team_id", "=", team_id)
    .where("user_id", "=", user_id)
    .where("id", "=", id)
    .execute();
}
