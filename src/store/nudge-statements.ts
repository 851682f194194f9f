import { type Kysely, sql } from "kysely";
import type { WaitingRow } from "./nudge-rows.ts";
import { manyRows, prepared } from "./prepared.ts";
import type { DeliveryRow, PlanRow, Tables } from "./tables.ts";
import type { OwnerKey } from "./win-rows.ts";

/** The statements that run for every reminder, built once. */

interface ClaimKey extends OwnerKey {
  readonly id: string;
  readonly attempt: number;
}

export interface DueRow extends PlanRow {
  readonly hours: string | null;
  readonly stopped_at: string | null;
}

export function nudgeStatements(db: Kysely<Tables>) {
  const waiting = () =>
    db
      .selectFrom("nudge_delivery as d")
      .innerJoin("nudge_plan as p", (join) =>
        join.onRef("p.team_id", "=", "d.team_id").onRef("p.user_id", "=", "d.user_id").onRef("p.id", "=", "d.plan_id"),
      )
      .leftJoin("nudge_person as n", (join) =>
        join.onRef("n.team_id", "=", "d.team_id").onRef("n.user_id", "=", "d.user_id"),
      )
      .selectAll("d")
      .select(["p.rule", "n.hours", "n.channel"]);

  return {
    due: prepared<{ now: string; limit: number }, DueRow>((slot) =>
      db
        .selectFrom("nudge_plan as p")
        .leftJoin("nudge_person as n", (join) =>
          join.onRef("n.team_id", "=", "p.team_id").onRef("n.user_id", "=", "p.user_id"),
        )
        .leftJoin("nudge_workspace as w", "w.team", "p.team_id")
        .selectAll("p")
        .select(["n.hours", "w.stopped_at"])
        .where("p.next_at", "<=", slot("now"))
        .orderBy("p.next_at")
        .limit(slot("limit")),
    ),

    claim: claims(db),

    moveOn: moves(db),

    teams: prepared<{ now: string }, { team_id: string }>((slot) =>
      db
        .selectFrom("nudge_delivery")
        .select("team_id")
        .distinct()
        .where("state", "=", "claimed")
        .where("retry_at", "<=", slot("now")),
    ),

    waiting: prepared<{ team_id: string; now: string; limit: number }, WaitingRow>((slot) =>
      waiting()
        .where("d.state", "=", "claimed")
        .where("d.team_id", "=", slot("team_id"))
        .where("d.retry_at", "<=", slot("now"))
        .orderBy("d.retry_at")
        .limit(slot("limit")),
    ),

    sending: prepared<{ now: string; limit: number }, WaitingRow>((slot) =>
      waiting()
        .where("d.state", "=", "sending")
        .where("d.retry_at", "<=", slot("now"))
        .orderBy("d.team_id")
        .orderBy("d.retry_at")
        .limit(slot("limit")),
    ),

    counted: prepared<OwnerKey & { counted_on: string }, { id: string }>((slot) =>
      db
        .selectFrom("nudge_delivery")
        .select("id")
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("counted_on", "=", slot("counted_on")),
    ),

    begin: prepared<ClaimKey & { counted_on: string | null }>((slot) =>
      db
        .updateTable("nudge_delivery")
        .set((eb) => ({
          state: "sending" as const,
          attempt: eb("attempt", "+", 1),
          counted_on: slot("counted_on"),
        }))
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id"))
        .where("state", "=", "claimed")
        .where("attempt", "=", slot("attempt")),
    ),

    sent: prepared<ClaimKey & { channel: string; message_ts: string; settled_at: string }>((slot) =>
      db
        .updateTable("nudge_delivery")
        .set({
          state: "sent" as const,
          retry_at: null,
          channel: slot("channel"),
          message_ts: slot("message_ts"),
          settled_at: slot("settled_at"),
        })
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id"))
        .where("state", "=", "sending")
        .where("attempt", "=", slot("attempt")),
    ),
  };
}

type Column = keyof DeliveryRow;
const CLAIMED: readonly Column[] = [
  "team_id",
  "user_id",
  "id",
  "plan_id",
  "kind",
  "about",
  "occurrence",
  "slot_at",
  "slot_day",
  "slot_week",
  "useful_from",
  "useful_until",
  "state",
  "reason",
  "attempt",
  "lookups",
  "retry_at",
  "claimed_at",
  "settled_at",
];

/** A turn that has its row is left alone. */
const claims = (db: Kysely<Tables>) =>
  manyRows<Pick<DeliveryRow, Column>>(CLAIMED, (rows) =>
    sql<never>`insert into nudge_delivery (${sql.join(CLAIMED.map((column) => sql.ref(column)))}) values ${rows} on conflict do nothing`.compile(
      db,
    ),
  );

/** What a plan is moved on to, and which it is. */
type Move = OwnerKey & Pick<PlanRow, "id" | "next_at" | "slot_at" | "slot_day" | "slot_week">;
const MOVED: readonly (keyof Move)[] = ["team_id", "user_id", "id", "next_at", "slot_at", "slot_day", "slot_week"];

const moves = (db: Kysely<Tables>) =>
  manyRows<Move>(MOVED, (rows) =>
    // Both databases name the columns of a list of values like this.
    sql<never>`update nudge_plan
      set next_at = v.column4, slot_at = v.column5, slot_day = v.column6, slot_week = v.column7
      from (values ${rows}) as v
      where nudge_plan.team_id = v.column1 and nudge_plan.user_id = v.column2 and nudge_plan.id = v.column3`.compile(
      db,
    ),
  );
