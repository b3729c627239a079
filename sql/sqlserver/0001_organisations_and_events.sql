-- Organisations, what happened to them, and the state folded from it. What every event changes is in connection only.
-- Times are unix milliseconds in UTC (..._at). A stamp is an event's place in the order of events: time, type, source, id as one
-- sortable text. ehr = '' in connection and daily_count holds the events that named no EHR.
-- event and event_identity carry no foreign keys: they are the hot path, and organisations are never deleted.

CREATE TABLE organisation (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT pk_organisation PRIMARY KEY,
  name nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
  name_folded nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL, -- of the name, or of the id while there is no name
  search_folded nvarchar(600) COLLATE Latin1_General_100_BIN2 NOT NULL, -- folded name and id, for searching any part of either
  told_ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- organisation.updated, import
  implied_ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- of the newest integration event
  own_ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- told, else implied
  nookal_region nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  nookal_site nvarchar(253) COLLATE Latin1_General_100_BIN2 NULL,
  cliniko_shard nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  time_zone nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  wave nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
  migrated_at bigint NULL,
  stamps nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL, -- JSON: which event set which of the other fields above
  health nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  health_rank int NOT NULL, -- HealthUrgency: 0 wants somebody first
  health_reason nvarchar(600) COLLATE Latin1_General_100_BIN2 NOT NULL,
  health_since_at bigint NULL,
  last_error_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  last_error_message nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL, -- shortened; whole in connection.last_failure
  last_error_at bigint NULL,
  last_error_group_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  keys_since_migration int NOT NULL, -- all of them while there is no migration
  keys_failed_since_migration int NOT NULL,
  keys_distinct_since_migration int NOT NULL,
  newest_key_outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- worked, failed, not-tried; null while no key was saved
  first_event_at bigint NULL
);
-- One for each order of the list. What lists are filtered by stands behind, so that rows that do not match are never fetched.
CREATE INDEX ix_organisation_name ON organisation (name_folded, id) INCLUDE (search_folded, own_ehr, health_rank, nookal_region, cliniko_shard, migrated_at);
CREATE INDEX ix_organisation_health ON organisation (health_rank, name_folded, id) INCLUDE (search_folded, own_ehr, nookal_region, cliniko_shard, migrated_at);
CREATE INDEX ix_organisation_since ON organisation (health_since_at, id) INCLUDE (search_folded, own_ehr, health_rank, nookal_region, cliniko_shard, migrated_at);
CREATE INDEX ix_organisation_migrated ON organisation (migrated_at, id) INCLUDE (search_folded, own_ehr, health_rank, nookal_region, cliniko_shard);

CREATE TABLE connection (
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT fk_connection_organisation REFERENCES organisation (id),
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  heard_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL, -- newest event that named this EHR
  enabled bit NULL, -- newest switch; null when never switched
  switched_at bigint NULL,
  switch_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_success_at bigint NULL,
  last_success_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure_at bigint NULL,
  last_failure_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL, -- JSON of LastError
  last_key_at bigint NULL,
  last_key_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  run_started_at bigint NULL, -- first outcome of the newest outcome's sort since the last opposite outcome, key or migration
  run_start_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  recent_searches nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL, -- the newest three, newest first (SearchMarks)
  searches_since_migration int NOT NULL,
  searches_empty_since_migration int NOT NULL,
  last_copied_at bigint NULL,
  CONSTRAINT pk_connection PRIMARY KEY (organisation_id, ehr)
);

CREATE TABLE key_entry (
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT fk_key_entry_organisation REFERENCES organisation (id),
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
  saved_at bigint NOT NULL,
  fingerprint nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  key_length int NULL,
  key_suffix nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- '' when the key has none, null when not told
  key_type nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  nookal_region nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  actor_role nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- worked, failed; null when not tried
  outcome_at bigint NULL,
  outcome_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  outcome_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- kind of the failure
  first_success_at bigint NULL,
  last_success_at bigint NULL,
  last_key_failure_at bigint NULL,
  last_deciding_failure_at bigint NULL,
  CONSTRAINT pk_key_entry PRIMARY KEY (organisation_id, ehr, stamp)
);

CREATE TABLE event_identity (
  source nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  event_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  seen_at bigint NOT NULL,
  CONSTRAINT pk_event_identity PRIMARY KEY (source, event_id)
);

CREATE TABLE event (
  seq bigint IDENTITY(1, 1) NOT NULL CONSTRAINT pk_event PRIMARY KEY CLUSTERED,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  at bigint NOT NULL,
  type_order int NOT NULL,
  type nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  source nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  event_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  received_at bigint NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL, -- success, failure; null for what is no attempt and for searches that found nobody
  error_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  error_group_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  correlation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  result_count int NULL, -- of a search
  detail nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL -- JSON of EventDetail: everything else the event said
);
CREATE INDEX ix_event_organisation ON event (organisation_id, at, type_order, seq);
CREATE INDEX ix_event_correlation ON event (correlation_id) WHERE correlation_id IS NOT NULL;
CREATE INDEX ix_event_group ON event (error_group_id, at) WHERE error_group_id IS NOT NULL;

CREATE TABLE error_group (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT pk_error_group PRIMARY KEY,
  title nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL, -- the normalised message
  kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  operation nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  events bigint NOT NULL,
  organisations int NOT NULL,
  first_seen_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  status nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  assignee nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
  version int NOT NULL
);
CREATE INDEX ix_error_group_last_seen ON error_group (last_seen_at, id);

CREATE TABLE error_group_organisation (
  error_group_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT fk_error_group_organisation_error_group REFERENCES error_group (id),
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  events bigint NOT NULL,
  first_seen_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  CONSTRAINT pk_error_group_organisation PRIMARY KEY (error_group_id, organisation_id)
);
CREATE INDEX ix_error_group_organisation_organisation ON error_group_organisation (organisation_id, last_seen_at);

CREATE TABLE daily_count (
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  day_at bigint NOT NULL, -- start of the day, UTC
  successes int NOT NULL,
  failures int NOT NULL,
  key_failures int NOT NULL,
  searches int NOT NULL,
  searches_empty int NOT NULL,
  keys_saved int NOT NULL,
  copies int NOT NULL,
  CONSTRAINT pk_daily_count PRIMARY KEY (day_at, organisation_id, ehr)
);

-- Who folded last. Appending takes this row first: on a server with several nodes that makes them take turns.
CREATE TABLE event_writer (
  id int NOT NULL CONSTRAINT pk_event_writer PRIMARY KEY CONSTRAINT ck_event_writer_one CHECK (id = 1),
  owner nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);
INSERT INTO event_writer (id, owner) VALUES (1, '');
