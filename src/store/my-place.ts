import type { Kysely } from "kysely";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Focus, OpportunityNote, Profile } from "../evidence/types.ts";
import { prepared } from "./prepared.ts";
import type { FocusRow, ProfileRow, Tables } from "./tables.ts";
import { inTransaction } from "./transaction.ts";
import { type OwnerKey, toKey } from "./win-rows.ts";

type MyPlace = Pick<
  EvidenceLog,
  | "profile"
  | "saveProfile"
  | "focus"
  | "saveFocus"
  | "opportunityNotes"
  | "saveOpportunityNote"
  | "removeOpportunityNote"
>;

const newcomer: Profile = {
  framework: null,
  level: null,
  subLevel: null,
  tz: null,
  emojiCapture: false,
  setUpAt: null,
  homeOpenedAt: null,
};

/** A person's own choices: set-up, focus, and the criteria that they had no opportunity for. */
export function createMyPlace(db: Kysely<Tables>, now: () => Date): MyPlace {
  const profileOf = prepared<OwnerKey, ProfileRow>((slot) =>
    db.selectFrom("profile").selectAll().where("team_id", "=", slot("team_id")).where("user_id", "=", slot("user_id")),
  );
  const focusOf = prepared<OwnerKey, FocusRow>((slot) =>
    db
      .selectFrom("focus")
      .selectAll()
      .where("team_id", "=", slot("team_id"))
      .where("user_id", "=", slot("user_id"))
      .orderBy("position"),
  );

  return {
    async profile(owner) {
      const { rows } = await profileOf(db, toKey(owner));
      const [row] = rows;
      return row === undefined ? undefined : toProfile(row);
    },

    saveProfile: (owner, changes) =>
      inTransaction(db, async (tx) => {
        const { rows } = await profileOf(tx, toKey(owner));
        const [row] = rows;
        const after: Profile = { ...(row === undefined ? newcomer : toProfile(row)), ...changes };
        const columns = toProfileColumns(after);
        await tx
          .insertInto("profile")
          .values({ ...toKey(owner), ...columns })
          .onConflict((conflict) => conflict.columns(["team_id", "user_id"]).doUpdateSet(columns))
          .execute();
        return after;
      }),

    async focus(owner) {
      const { rows } = await focusOf(db, toKey(owner));
      return rows.map(toFocus);
    },

    saveFocus: (owner, focus) =>
      inTransaction(db, async (tx) => {
        const { team_id, user_id } = toKey(owner);
        await tx.deleteFrom("focus").where("team_id", "=", team_id).where("user_id", "=", user_id).execute();

        if (focus.length > 0) {
          await tx
            .insertInto("focus")
            .values(
              focus.map(({ criterionId, ...rest }, position) => ({
                team_id,
                user_id,
                position,
                ...rest,
                criterion_id: criterionId,
              })),
            )
            .execute();
        }
      }),

    async opportunityNotes(owner) {
      const { team_id, user_id } = toKey(owner);
      const rows = await db
        .selectFrom("opportunity_note")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .orderBy("criterion_id")
        .execute();
      return rows.map(
        (row): OpportunityNote => ({ criterionId: row.criterion_id, note: row.note, notedAt: row.noted_at }),
      );
    },

    async saveOpportunityNote(owner, criterionId, note) {
      const words = { note, noted_at: now().toISOString() };
      await db
        .insertInto("opportunity_note")
        .values({ ...toKey(owner), criterion_id: criterionId, ...words })
        .onConflict((conflict) => conflict.columns(["team_id", "user_id", "criterion_id"]).doUpdateSet(words))
        .execute();
    },

    async removeOpportunityNote(owner, criterionId) {
      const { team_id, user_id } = toKey(owner);
      await db
        .deleteFrom("opportunity_note")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("criterion_id", "=", criterionId)
        .execute();
    },
  };
}

function toProfile(row: ProfileRow): Profile {
  return {
    framework: row.framework,
    level: row.level,
    subLevel: row.sub_level,
    tz: row.tz,
    emojiCapture: row.emoji_capture === 1,
    setUpAt: row.set_up_at,
    homeOpenedAt: row.home_opened_at,
  };
}

function toProfileColumns(profile: Profile): Omit<ProfileRow, "team_id" | "user_id"> {
  return {
    framework: profile.framework,
    level: profile.level,
    sub_level: profile.subLevel,
    tz: profile.tz,
    emoji_capture: profile.emojiCapture ? 1 : 0,
    set_up_at: profile.setUpAt,
    home_opened_at: profile.homeOpenedAt,
  };
}

function toFocus(row: FocusRow): Focus {
  return {
    kind: row.kind,
    framework: row.framework,
    topic: row.topic,
    criterionId: row.criterion_id,
    wording: row.wording,
    note: row.note,
  };
}
