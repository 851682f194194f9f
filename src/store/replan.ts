import type { Kysely } from "kysely";
import { planNext } from "../nudges/planning.ts";
import { toHours, toNewPlan, toNextColumns } from "./nudge-rows.ts";
import type { DueRow } from "./nudge-statements.ts";
import type { Tables } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";

const PAGE = 50;
const NAME = "zone-data";
const DAY_MS = 86_400_000;

/**
 * Moments are worked out when a turn is planned, by the zone data of that day. When the program starts with other data they are worked out
 * again, a page in a transaction, so that nobody waits long for it. A turn that the person moved by hand stays where they put it.
 */
export async function replanAll(db: Kysely<Tables>, zoneData: string): Promise<void> {
  const known = await db.selectFrom("nudge_zone_data").select("version").where("name", "=", NAME).executeTakeFirst();

  if (known?.version === zoneData) {
    return;
  }
  for (let after: Place | undefined = { team_id: "", user_id: "", id: "" }; after !== undefined; ) {
    const from: Place = after;
    after = await inTransaction(db, (tx) => replanPage(tx, from));
  }
  await db
    .insertInto("nudge_zone_data")
    .values({ name: NAME, version: zoneData })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ version: zoneData }))
    .execute();
}

type Place = Pick<DueRow, "team_id" | "user_id" | "id">;

async function replanPage(tx: Tx, after: Place): Promise<Place | undefined> {
  const rows = await tx
    .selectFrom("nudge_plan as p")
    .leftJoin("nudge_person as n", (join) =>
      join.onRef("n.team_id", "=", "p.team_id").onRef("n.user_id", "=", "p.user_id"),
    )
    .selectAll("p")
    .select("n.hours")
    .where((eb) =>
      eb(eb.refTuple("p.team_id", "p.user_id", "p.id"), ">", eb.tuple(after.team_id, after.user_id, after.id)),
    )
    .orderBy("p.team_id")
    .orderBy("p.user_id")
    .orderBy("p.id")
    .limit(PAGE)
    .execute();

  for (const row of rows) {
    // A turn that was moved carries where to in the name of its week.
    if (row.slot_at === null || row.slot_week?.includes("+")) continue;
    const next = planNext(toNewPlan(row), toHours(row.hours), Date.parse(row.slot_at) - DAY_MS);
    if (next.slot.day === row.slot_day) {
      await tx
        .updateTable("nudge_plan")
        .set(toNextColumns(next))
        .where("team_id", "=", row.team_id)
        .where("user_id", "=", row.user_id)
        .where("id", "=", row.id)
        .execute();
    }
  }
  return rows.length < PAGE ? undefined : rows.at(-1);
}
