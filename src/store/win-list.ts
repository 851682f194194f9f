import type { ExpressionBuilder, Kysely } from "kysely";
import type { Origin, Visibility, WinFilter } from "../evidence/types.ts";
import { type Prepared, prepared, type SlotOf } from "./prepared.ts";
import type { Tables, WinRow } from "./tables.ts";
import type { OwnerKey } from "./win-rows.ts";
import { searchPatterns } from "./win-words.ts";

/**
 * The list of wins, newest first, by any mixture of filters. A mixture that was asked before runs the statement that was built then; a page
 * continues after the last win of the page before, so a win that is added or removed meanwhile shifts nothing.
 */
export interface WinList {
  page(key: OwnerKey, filter: WinFilter, limit: number, after: Place | undefined): Promise<WinRow[]>;
  count(key: OwnerKey, filter: WinFilter): Promise<number>;
}

/** Where a page ended. */
export interface Place {
  readonly happenedOn: string;
  readonly id: string;
}

/** What can be asked. `filed` and `unfiled` have no value: that they are there is the question. */
interface Asked {
  readonly limit: number;
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
  readonly criterion_id: string;
  readonly from: string;
  readonly to: string;
  readonly origin: Origin;
  readonly filed: true;
  readonly unfiled: true;
  readonly visibility: Visibility;
  readonly after_day: string;
  readonly after_id: string;
  readonly [term: `term${number}`]: string;
}

type Values = OwnerKey & Asked;
type Given = OwnerKey & Partial<Asked>;

interface Statements {
  readonly page: Prepared<Given, WinRow>;
  readonly count: Prepared<Given, { total: number }>;
}

export function createWinList(db: Kysely<Tables>): WinList {
  const made = new Map<string, Statements>();

  const statementsFor = (values: Given): Statements => {
    const shape = Object.keys(values).sort().join();
    const known = made.get(shape) ?? {
      page: prepared<Values, WinRow, Given>((slot) =>
        db
          .selectFrom("win")
          .selectAll()
          .where((eb) => matches(eb, values, slot))
          .orderBy("happened_on", "desc")
          .orderBy("id", "desc")
          .limit(slot("limit")),
      ),
      count: prepared<Values, { total: number }, Given>((slot) =>
        db
          .selectFrom("win")
          .select((eb) => eb.fn.countAll<number>().as("total"))
          .where((eb) => matches(eb, values, slot)),
      ),
    };

    made.set(shape, known);
    return known;
  };

  return {
    async page(key, filter, limit, after) {
      const values = toValues(key, filter);

      if (values === undefined) {
        return [];
      }
      const asked = {
        ...values,
        limit,
        ...(after === undefined ? {} : { after_day: after.happenedOn, after_id: after.id }),
      };
      const { rows } = await statementsFor(asked).page(db, asked);
      return rows;
    },

    async count(key, filter) {
      const values = toValues(key, filter);

      if (values === undefined) {
        return 0;
      }
      const { rows } = await statementsFor(values).count(db, values);
      return Number(rows[0]?.total ?? 0);
    },
  };
}

/** Undefined when nothing can match. */
function toValues(key: OwnerKey, filter: WinFilter): Given | undefined {
  const { words = "", framework, topic, level, criterionId, from, to, origin, unfiled, shared } = filter;
  const patterns = words.trim() === "" ? [] : searchPatterns(words);

  return patterns === undefined
    ? undefined
    : {
        ...key,
        ...(framework === undefined ? {} : { framework }),
        ...(topic === undefined ? {} : { topic }),
        ...(level === undefined ? {} : { level }),
        ...(criterionId === undefined ? {} : { criterion_id: criterionId }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(origin === undefined ? {} : { origin }),
        ...(shared === true ? { visibility: "shared" } : {}),
        ...(unfiled === true ? { unfiled } : {}),
        ...(unfiled === false ? { filed: true } : {}),
        ...Object.fromEntries(patterns.map((pattern, index) => [`term${index}`, pattern])),
      };
}

const filingColumns = ["framework", "topic", "level", "criterion_id"] as const;

function matches(eb: ExpressionBuilder<Tables, "win">, values: Given, slot: SlotOf<Values>) {
  const has = (name: keyof Asked) => values[name] !== undefined;
  const asked = filingColumns.filter(has);
  const terms = Object.keys(values).filter((name): name is `term${number}` => /^term\d+$/.test(name));
  const ownFilings = eb
    .selectFrom("win_filing")
    .select("win_filing.win_id")
    .whereRef("win_filing.team_id", "=", "win.team_id")
    .whereRef("win_filing.user_id", "=", "win.user_id")
    .whereRef("win_filing.win_id", "=", "win.id");

  return eb.and([
    eb("win.team_id", "=", slot("team_id")),
    eb("win.user_id", "=", slot("user_id")),
    eb("win.deleted_at", "is", null),
    ...(has("from") ? [eb("win.happened_on", ">=", slot("from"))] : []),
    ...(has("to") ? [eb("win.happened_on", "<=", slot("to"))] : []),
    ...(has("origin") ? [eb("win.origin", "=", slot("origin"))] : []),
    ...(has("visibility") ? [eb("win.visibility", "=", slot("visibility"))] : []),
    ...(has("after_id")
      ? [
          eb.or([
            eb("win.happened_on", "<", slot("after_day")),
            eb.and([eb("win.happened_on", "=", slot("after_day")), eb("win.id", "<", slot("after_id"))]),
          ]),
        ]
      : []),
    ...(has("unfiled") ? [eb.not(eb.exists(ownFilings))] : []),
    ...(has("filed") ? [eb.exists(ownFilings)] : []),
    ...(asked.length > 0
      ? [eb.exists(asked.reduce((query, name) => query.where(`win_filing.${name}`, "=", slot(name)), ownFilings))]
      : []),
    ...(terms.length > 0
      ? [
          eb(
            "win.id",
            "in",
            terms.reduce(
              (query, name) => query.where("win_words.words", "like", slot(name)),
              eb
                .selectFrom("win_words")
                .select("win_words.win_id")
                .where("win_words.team_id", "=", slot("team_id"))
                .where("win_words.user_id", "=", slot("user_id")),
            ),
          ),
        ]
      : []),
  ]);
}
