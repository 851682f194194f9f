import type { Kysely } from "kysely";
import { prepared, preparedPerCount } from "./prepared.ts";
import type { ShareRow, Tables, WinRow } from "./tables.ts";
import type { OwnerKey } from "./win-rows.ts";

/** Everything that is asked of the shares of wins, built once per database. */
export function shareStatements(db: Kysely<Tables>) {
  const ownShares = (count: number) =>
    prepared<OwnerKey & Readonly<Record<`id${number}`, string>>, ShareRow>((slot) =>
      db
        .selectFrom("win_share")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where(
          "win_id",
          "in",
          Array.from({ length: count }, (_, index) => slot(`id${index}`)),
        ),
    );

  return {
    shares: preparedPerCount(ownShares),

    shareById: prepared<OwnerKey & { readonly id: string }, ShareRow>((slot) =>
      db
        .selectFrom("win_share")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),

    /** The same words in the same place at the same moment stand there again. */
    saveShare: prepared<ShareRow>((slot) =>
      db
        .insertInto("win_share")
        .values({
          team_id: slot("team_id"),
          user_id: slot("user_id"),
          id: slot("id"),
          win_id: slot("win_id"),
          audience: slot("audience"),
          audience_id: slot("audience_id"),
          audience_name: slot("audience_name"),
          shared_at: slot("shared_at"),
          shown: slot("shown"),
          message_ts: slot("message_ts"),
          withdrawn_at: slot("withdrawn_at"),
        })
        .onConflict((conflict) =>
          conflict.columns(["team_id", "user_id", "id"]).doUpdateSet((eb) => ({
            win_id: eb.ref("excluded.win_id"),
            message_ts: eb.ref("excluded.message_ts"),
            withdrawn_at: eb.ref("excluded.withdrawn_at"),
          })),
        ),
    ),

    deleteShare: prepared<OwnerKey & { readonly id: string }>((slot) =>
      db
        .deleteFrom("win_share")
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),

    setVisibility: prepared<OwnerKey & { readonly id: string } & Pick<WinRow, "visibility">>((slot) =>
      db
        .updateTable("win")
        .set({ visibility: slot("visibility") })
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),
  };
}
