import type { Kysely } from "kysely";
import type { FiledUnder } from "../evidence/evidence-log.ts";
import type { Owner } from "../evidence/types.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./tables.ts";
import { type OwnerKey, toKey } from "./win-rows.ts";

type FiledUnderRow = Pick<
  Tables["win_filing"],
  "criterion_id" | "framework" | "topic" | "level" | "wording" | "kept_as"
>;

/** Every wording that the owner's wins are filed under, each once; ordered as in `createCoverage`, and for its reason. */
export function createFiledUnder(db: Kysely<Tables>): (owner: Owner) => Promise<FiledUnder[]> {
  const distinct = prepared<OwnerKey, FiledUnderRow>((slot) =>
    db
      .selectFrom("win")
      .crossJoin("win_filing")
      .select([
        "win_filing.criterion_id",
        "win_filing.framework",
        "win_filing.topic",
        "win_filing.level",
        "win_filing.wording",
        "win_filing.kept_as",
      ])
      .distinct()
      .where("win.team_id", "=", slot("team_id"))
      .where("win.user_id", "=", slot("user_id"))
      .where("win.deleted_at", "is", null)
      .where("win_filing.team_id", "=", slot("team_id"))
      .where("win_filing.user_id", "=", slot("user_id"))
      .whereRef("win_filing.win_id", "=", "win.id"),
  );

  return async (owner) => {
    const { rows } = await distinct(db, toKey(owner));
    return rows.map(({ criterion_id, framework, topic, level, wording, kept_as }) => ({
      criterionId: criterion_id,
      framework,
      topic,
      level,
      wording,
      ...(kept_as === null ? {} : { keptAs: kept_as }),
    }));
  };
}
