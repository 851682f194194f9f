import type { Kysely } from "kysely";
import type { Coverage } from "../evidence/evidence-log.ts";
import type { Owner } from "../evidence/types.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./tables.ts";
import { type OwnerKey, toKey } from "./win-rows.ts";

interface CoverageRow {
  criterion_id: string;
  framework: string;
  topic: string;
  level: number;
  wins: number;
  latest: string;
}

/**
 * `cross join` fixes the order on SQLite: the owner's days from one index, then the owner's filings, which lie side by side. The other way
 * round every filing would fetch a win from anywhere in the table.
 */
export function createCoverage(db: Kysely<Tables>): (owner: Owner) => Promise<Coverage[]> {
  const grouped = prepared<OwnerKey, CoverageRow>((slot) =>
    db
      .selectFrom("win")
      .crossJoin("win_filing")
      .select(["win_filing.criterion_id", "win_filing.framework", "win_filing.topic", "win_filing.level"])
      .select((eb) => [eb.fn.countAll<number>().as("wins"), eb.fn.max<string>("win.happened_on").as("latest")])
      .where("win.team_id", "=", slot("team_id"))
      .where("win.user_id", "=", slot("user_id"))
      .where("win.deleted_at", "is", null)
      .where("win_filing.team_id", "=", slot("team_id"))
      .where("win_filing.user_id", "=", slot("user_id"))
      .whereRef("win_filing.win_id", "=", "win.id")
      .groupBy(["win_filing.criterion_id", "win_filing.framework", "win_filing.topic", "win_filing.level"])
      .orderBy("latest", "desc")
      .orderBy("win_filing.criterion_id"),
  );

  return async (owner) => {
    const { rows } = await grouped(db, toKey(owner));
    return [...Map.groupBy(rows, ({ criterion_id }) => criterion_id).values()].flatMap(toCoverage);
  };
}

/** A criterion that was filed from several places (inherited, or moved since) is one: at its latest place. */
function toCoverage(rows: readonly CoverageRow[]): Coverage[] {
  const [latest] = rows;

  return latest === undefined
    ? []
    : [
        {
          criterionId: latest.criterion_id,
          framework: latest.framework,
          topic: latest.topic,
          level: latest.level,
          wins: rows.reduce((sum, { wins }) => sum + Number(wins), 0),
          latest: latest.latest,
        },
      ];
}
