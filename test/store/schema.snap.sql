CREATE TABLE "criterion" (
  "id" text not null primary key,
  "framework" text not null,
  "topic" text not null,
  "level" integer not null,
  "text" text not null,
  "first_seen_at" text not null,
  "retired_at" text) strict, without rowid;

CREATE TABLE "criterion_alias" (
  "alias" text not null primary key,
  "criterion_id" text not null,
  "made_at" text not null) strict, without rowid;

CREATE TABLE "draft" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "text" text not null,
  "origin" text not null,
  "source_permalink" text,
  "source_message_key" text,
  "source_author" text,
  "reason" text not null,
  "created_at" text not null,
  constraint "draft_key" primary key ("team_id", "user_id", "id")) strict;

CREATE INDEX "draft_created" on "draft" (
  "created_at");

CREATE TABLE "focus" (
  "team_id" text not null,
  "user_id" text not null,
  "position" integer not null,
  "kind" text not null,
  "framework" text not null,
  "topic" text not null,
  "criterion_id" text,
  "wording" text,
  "note" text,
  constraint "focus_key" primary key ("team_id", "user_id", "position")) strict, without rowid;

CREATE TABLE "gesture" (
  "team_id" text not null,
  "user_id" text not null,
  "key" text not null,
  "win_id" text not null,
  "made_at" text not null,
  constraint "gesture_key" primary key ("team_id", "user_id", "key"),
  constraint "gesture_win" foreign key ("team_id", "user_id", "win_id") references "win" ("team_id", "user_id", "id") on delete cascade) strict, without rowid;

CREATE INDEX "gesture_made" on "gesture" (
  "made_at");

CREATE TABLE "nudge_delivery" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "plan_id" text not null,
  "kind" text not null,
  "about" text not null,
  "occurrence" text not null,
  "slot_at" text not null,
  "slot_day" text not null,
  "slot_week" text not null,
  "useful_from" text not null,
  "useful_until" text not null,
  "state" text not null,
  "reason" text,
  "attempt" integer not null,
  "lookups" integer not null,
  "retry_at" text,
  "counted_on" text,
  "channel" text,
  "message_ts" text,
  "claimed_at" text not null,
  "settled_at" text,
  constraint "nudge_delivery_key" primary key ("team_id", "user_id", "id"),
  constraint "nudge_delivery_once" unique ("team_id", "user_id", "kind", "occurrence"),
  constraint "nudge_delivery_one_a_day" unique ("team_id", "user_id", "counted_on")) strict, without rowid;

CREATE INDEX "nudge_delivery_settled" on "nudge_delivery" (
  "settled_at");

CREATE INDEX "nudge_delivery_waiting" on "nudge_delivery" (
  "state", "team_id", "retry_at");

CREATE TABLE "nudge_person" (
  "team_id" text not null,
  "user_id" text not null,
  "hours" text,
  "channel" text,
  constraint "nudge_person_key" primary key ("team_id", "user_id")) strict, without rowid;

CREATE TABLE "nudge_plan" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "kind" text not null,
  "about" text not null,
  "rule" text not null,
  "timing" text not null,
  "state" text not null,
  "reason" text,
  "paused_until" text,
  "next_at" text,
  "slot_at" text,
  "slot_day" text,
  "slot_week" text,
  constraint "nudge_plan_key" primary key ("team_id", "user_id", "id")) strict, without rowid;

CREATE INDEX "nudge_plan_next" on "nudge_plan" (
  "next_at");

CREATE TABLE "nudge_workspace" (
  "team" text not null primary key,
  "reason" text not null,
  "stopped_at" text not null) strict, without rowid;

CREATE TABLE "nudge_zone_data" (
  "name" text not null primary key,
  "version" text not null) strict, without rowid;

CREATE TABLE "one_to_one" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "gesture" text not null,
  "with_user" text not null,
  "often" text not null,
  "first_on" text not null,
  "time" text not null,
  "zone" text not null,
  "duration_minutes" integer not null,
  "lead_minutes" integer not null,
  "follow_up" integer not null,
  "paused_until" text,
  "created_at" text not null,
  "paused_at" text,
  constraint "one_to_one_key" primary key ("team_id", "user_id", "id"),
  constraint "one_to_one_gesture" unique ("team_id", "user_id", "gesture")) strict, without rowid;

CREATE TABLE "one_to_one_point" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "one_to_one_id" text not null,
  "gesture" text not null,
  "text" text not null,
  "permalink" text,
  "created_at" text not null,
  "closed_at" text,
  constraint "one_to_one_point_key" primary key ("team_id", "user_id", "id"),
  constraint "one_to_one_point_gesture" unique ("team_id", "user_id", "gesture")) strict;

CREATE INDEX "one_to_one_point_open" on "one_to_one_point" (
  "team_id", "user_id", "one_to_one_id", "closed_at", "id");

CREATE TABLE "one_to_one_turn" (
  "team_id" text not null,
  "user_id" text not null,
  "one_to_one_id" text not null,
  "day" text not null,
  "skipped" integer not null,
  "moved_day" text,
  "moved_time" text,
  "left_out" text not null,
  "remark" text,
  "agreed" text,
  constraint "one_to_one_turn_key" primary key ("team_id", "user_id", "one_to_one_id", "day")) strict, without rowid;

CREATE TABLE "opportunity_note" (
  "team_id" text not null,
  "user_id" text not null,
  "criterion_id" text not null,
  "note" text,
  "noted_at" text not null,
  constraint "opportunity_note_key" primary key ("team_id", "user_id", "criterion_id")) strict, without rowid;

CREATE TABLE "profile" (
  "team_id" text not null,
  "user_id" text not null,
  "framework" text,
  "level" integer,
  "sub_level" text,
  "tz" text,
  "emoji_capture" integer not null,
  "set_up_at" text,
  "home_opened_at" text,
  constraint "profile_key" primary key ("team_id", "user_id")) strict, without rowid;

CREATE TABLE "schema_step" (
  "number" integer not null primary key,
  "name" text not null,
  "applied_at" text not null) strict;

CREATE TABLE "sent_copy" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "one_to_one_id" text not null,
  "day" text not null,
  "to_user" text not null,
  "view" text not null,
  "state" text not null,
  "channel" text,
  "ts" text,
  "made_at" text not null,
  "sending_at" text,
  constraint "sent_copy_key" primary key ("team_id", "user_id", "id")) strict;

CREATE INDEX "sent_copy_preview" on "sent_copy" (
  "state", "made_at") where "state" = 'preview';

CREATE TABLE "stopped_sender" (
  "team_id" text not null,
  "user_id" text not null,
  "from_user" text not null,
  "stopped_at" text not null,
  constraint "stopped_sender_key" primary key ("team_id", "user_id", "from_user")) strict, without rowid;

CREATE TABLE "told_version" (
  "version" text not null primary key,
  "told_at" text not null) strict, without rowid;

CREATE TABLE "win" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "text" text not null,
  "happened_on" text not null,
  "created_at" text not null,
  "edited_at" text,
  "origin" text not null,
  "source_permalink" text,
  "source_message_key" text,
  "source_author" text,
  "outcome" text,
  "note" text,
  "people" text not null,
  "links" text not null,
  "deleted_at" text,
  "visibility" text default 'private' not null,
  constraint "win_key" primary key ("team_id", "user_id", "id"),
  constraint "win_source" unique ("team_id", "user_id", "source_message_key")) strict;

CREATE INDEX "win_day" on "win" (
  "team_id", "user_id", "happened_on", "id", "deleted_at");

CREATE INDEX "win_deleted" on "win" (
  "deleted_at", "team_id", "user_id", "id") where "deleted_at" is not null;

CREATE TABLE "win_filing" (
  "team_id" text not null,
  "user_id" text not null,
  "win_id" text not null,
  "criterion_id" text not null,
  "framework" text not null,
  "topic" text not null,
  "level" integer not null,
  "wording" text not null,
  "content_hash" text not null,
  "filed_at" text not null,
  "kept_as" text,
  constraint "win_filing_key" primary key ("team_id", "user_id", "win_id", "criterion_id"),
  constraint "win_filing_win" foreign key ("team_id", "user_id", "win_id") references "win" ("team_id", "user_id", "id") on delete cascade) strict, without rowid;

CREATE TABLE "win_share" (
  "team_id" text not null,
  "user_id" text not null,
  "id" text not null,
  "win_id" text not null,
  "audience" text not null,
  "audience_id" text not null,
  "audience_name" text,
  "shared_at" text not null,
  "shown" text not null,
  "message_ts" text,
  "withdrawn_at" text,
  constraint "win_share_key" primary key ("team_id", "user_id", "id"),
  constraint "win_share_win" foreign key ("team_id", "user_id", "win_id") references "win" ("team_id", "user_id", "id") on delete cascade) strict, without rowid;

CREATE INDEX "win_share_of" on "win_share" (
  "team_id", "user_id", "win_id");

CREATE TABLE "win_words" (
  "team_id" text not null,
  "user_id" text not null,
  "win_id" text not null,
  "words" text not null,
  constraint "win_words_key" primary key ("team_id", "user_id", "win_id"),
  constraint "win_words_win" foreign key ("team_id", "user_id", "win_id") references "win" ("team_id", "user_id", "id") on delete cascade) strict, without rowid;
