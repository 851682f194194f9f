import type { Kysely, Transaction } from "kysely";
import type { Origin, Visibility } from "../evidence/types.ts";
import type { DeliveryState, PlanKind } from "../nudges/plan.ts";
import type { CopyRow, OneToOneRow, PointRow, TurnRow } from "./one-to-one-rows.ts";

/**
 * The tables as the queries see them. Every table that holds a person's words begins with that person: workspace, then user.
 * Times are ISO 8601 in UTC, days `YYYY-MM-DD`, lists JSON, yes and no 1 and 0: the same on every database.
 */
export interface Tables {
  win: WinRow;
  win_filing: FilingRow;
  win_share: ShareRow;
  win_words: { team_id: string; user_id: string; win_id: string; words: string };
  gesture: { team_id: string; user_id: string; key: string; win_id: string; made_at: string };
  profile: ProfileRow;
  focus: FocusRow;
  opportunity_note: { team_id: string; user_id: string; criterion_id: string; note: string | null; noted_at: string };
  draft: DraftRow;
  criterion: CriterionRow;
  one_to_one: OneToOneRow;
  one_to_one_turn: TurnRow;
  one_to_one_point: PointRow;
  sent_copy: CopyRow;
  stopped_sender: { team_id: string; user_id: string; from_user: string; stopped_at: string };
  criterion_alias: { alias: string; criterion_id: string; made_at: string };
  nudge_person: { team_id: string; user_id: string; hours: string | null; channel: string | null };
  nudge_plan: PlanRow;
  nudge_delivery: DeliveryRow;
  nudge_workspace: { team: string; reason: string; stopped_at: string };
  nudge_zone_data: { name: string; version: string };
  told_version: { version: string; told_at: string };
}

export interface WinRow {
  team_id: string;
  user_id: string;
  id: string;
  text: string;
  happened_on: string;
  created_at: string;
  edited_at: string | null;
  origin: Origin;
  source_permalink: string | null;
  source_message_key: string | null;
  source_author: string | null;
  outcome: string | null;
  note: string | null;
  people: string;
  links: string;
  deleted_at: string | null;
  /** What its shares come to. */
  visibility: Visibility;
}

export interface FilingRow {
  team_id: string;
  user_id: string;
  win_id: string;
  criterion_id: string;
  framework: string;
  topic: string;
  level: number;
  wording: string;
  content_hash: string;
  filed_at: string;
  kept_as: string | null;
}

export interface ShareRow {
  team_id: string;
  user_id: string;
  id: string;
  win_id: string;
  audience: "channel";
  audience_id: string;
  audience_name: string | null;
  shared_at: string;
  shown: string;
  message_ts: string | null;
  withdrawn_at: string | null;
}

export interface ProfileRow {
  team_id: string;
  user_id: string;
  framework: string | null;
  level: number | null;
  sub_level: string | null;
  tz: string | null;
  emoji_capture: number;
  set_up_at: string | null;
  home_opened_at: string | null;
}

export interface FocusRow {
  team_id: string;
  user_id: string;
  position: number;
  kind: "topic" | "criterion";
  framework: string;
  topic: string;
  criterion_id: string | null;
  wording: string | null;
  note: string | null;
}

export interface DraftRow {
  team_id: string;
  user_id: string;
  id: string;
  text: string;
  origin: Origin;
  source_permalink: string | null;
  source_message_key: string | null;
  source_author: string | null;
  reason: string;
  created_at: string;
}

export interface CriterionRow {
  id: string;
  framework: string;
  topic: string;
  level: number;
  text: string;
  retired_at: string | null;
  first_seen_at: string;
}

export interface PlanRow {
  team_id: string;
  user_id: string;
  id: string;
  kind: PlanKind;
  about: string;
  rule: string;
  timing: string;
  state: "on" | "off";
  reason: string | null;
  paused_until: string | null;
  next_at: string | null;
  slot_at: string | null;
  slot_day: string | null;
  slot_week: string | null;
}

export interface DeliveryRow {
  team_id: string;
  user_id: string;
  id: string;
  plan_id: string;
  kind: PlanKind;
  about: string;
  occurrence: string;
  slot_at: string;
  slot_day: string;
  slot_week: string;
  useful_from: string;
  useful_until: string;
  state: DeliveryState;
  reason: string | null;
  attempt: number;
  lookups: number;
  /** Not before: while it is claimed, to be sent; while it is being sent, to be asked about. */
  retry_at: string | null;
  /** The local day whose one message it is. */
  counted_on: string | null;
  channel: string | null;
  message_ts: string | null;
  claimed_at: string;
  settled_at: string | null;
}

/** What a query runs on: the database, or the transaction that it is part of. */
export type Queries = Kysely<Tables> | Transaction<Tables>;
