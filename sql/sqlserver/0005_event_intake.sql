-- When a group of errors was resolved: what happened later makes it regressed, what only arrives later does not.

ALTER TABLE error_group ADD resolved_at bigint NULL;
GO

-- Rows as they are sent: the event store gives a batch to the server as tables (RowWrite), not row by row. A column here is a
-- parameter there, in the same order. Texts compare as they do in the tables.

CREATE TYPE id_row AS TABLE (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE event_identity_row AS TABLE (
  n bigint NOT NULL,
  source nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  event_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  seen_at bigint NULL
);

CREATE TYPE event_row AS TABLE (
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  at bigint NULL,
  type_order bigint NULL,
  type nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  source nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  event_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  received_at bigint NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  error_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  error_group_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  correlation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  result_count bigint NULL,
  detail nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL
);

CREATE TYPE organisation_stub_row AS TABLE (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  folded nvarchar(600) COLLATE Latin1_General_100_BIN2 NULL,
  health nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  health_rank bigint NULL
);

CREATE TYPE organisation_profile_row AS TABLE (
  name nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
  name_folded nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  search_folded nvarchar(600) COLLATE Latin1_General_100_BIN2 NULL,
  told_ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  nookal_region nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  nookal_site nvarchar(253) COLLATE Latin1_General_100_BIN2 NULL,
  cliniko_shard nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  time_zone nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  wave nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
  migrated_at bigint NULL,
  stamps nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE organisation_summary_row AS TABLE (
  implied_ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  health_reason nvarchar(600) COLLATE Latin1_General_100_BIN2 NULL,
  last_error_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  last_error_message nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_error_at bigint NULL,
  last_error_group_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  keys bigint NULL,
  keys_failed bigint NULL,
  keys_distinct bigint NULL,
  newest_key_outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  first_event_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE organisation_health_row AS TABLE (
  own_ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  health nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  health_rank bigint NULL,
  health_since_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE organisation_search_row AS TABLE (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  grams nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL
);

CREATE TYPE connection_often_row AS TABLE (
  heard_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_success_at bigint NULL,
  last_success_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  run_started_at bigint NULL,
  run_start_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  recent_searches nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  searches bigint NULL,
  searches_empty bigint NULL,
  last_copied_at bigint NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE connection_seldom_row AS TABLE (
  enabled bigint NULL,
  switched_at bigint NULL,
  switch_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure_at bigint NULL,
  last_failure_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  last_key_at bigint NULL,
  last_key_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE key_entry_row AS TABLE (
  outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  outcome_at bigint NULL,
  outcome_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  outcome_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  first_success_at bigint NULL,
  last_success_at bigint NULL,
  last_key_failure_at bigint NULL,
  last_deciding_failure_at bigint NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
  saved_at bigint NULL,
  fingerprint nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  key_length bigint NULL,
  key_suffix nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  key_type nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  nookal_region nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  actor_role nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL
);

CREATE TYPE daily_count_row AS TABLE (
  successes bigint NULL,
  failures bigint NULL,
  key_failures bigint NULL,
  searches bigint NULL,
  searches_empty bigint NULL,
  keys_saved bigint NULL,
  copies bigint NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  day_at bigint NULL
);

CREATE TYPE error_group_row AS TABLE (
  events bigint NULL,
  first_at bigint NULL,
  last_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  title nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  operation nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL
);

CREATE TYPE error_group_member_key_row AS TABLE (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE error_group_member_row AS TABLE (
  events bigint NULL,
  first_at bigint NULL,
  last_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);
