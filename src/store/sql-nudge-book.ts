import type { NudgeBook } from "../nudges/nudge-book.ts";
import { createDeliveries } from "./nudge-deliveries.ts";
import { createPlans } from "./nudge-plans.ts";
import type { Database } from "./open-database.ts";
import { createIds } from "./sortable-ids.ts";

/** The memory of reminders on a database. */
export function createSqlNudgeBook({ queries }: Pick<Database, "queries">): NudgeBook {
  return {
    ...createPlans(queries),
    ...createDeliveries(
      queries,
      createIds(() => new Date()),
    ),
  };
}
