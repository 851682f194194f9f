import type { Kysely } from "kysely";
import type { Owner, Win } from "../evidence/types.ts";
import { prepared } from "./prepared.ts";
import { readWins } from "./read-wins.ts";
import type { Tables, WinRow } from "./tables.ts";
import { type OwnerKey, toKey } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";

const PAGE = 100;

/** All wins of an owner, oldest first, in pages: between two pages others get their turn. */
export function createEveryWin(db: Kysely<Tables>, statements: WinStatements): (owner: Owner) => AsyncIterable<Win> {
  const pageAfter = prepared<OwnerKey & { readonly day: string; readonly id: string; readonly limit: number }, WinRow>(
    (slot) =>
      db
        .selectFrom("win")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("deleted_at", "is", null)
        .where("happened_on", ">=", slot("day"))
        .where((eb) => eb.or([eb("happened_on", ">", slot("day")), eb("id", ">", slot("id"))]))
        .orderBy("happened_on")
        .orderBy("id")
        .limit(slot("limit")),
  );

  return async function* everyWin(owner) {
    let place = { day: "", id: "" };

    for (;;) {
      const { rows } = await pageAfter(db, { ...toKey(owner), ...place, limit: PAGE });
      yield* await readWins(db, statements, owner, rows);

      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) {
        return;
      }
      place = { day: last.happened_on, id: last.id };
    }
  };
}
