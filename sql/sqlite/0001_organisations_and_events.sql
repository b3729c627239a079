-- Organisations, what happened to them, and the state folded from it. What every event changes is in connection only.
-- Times are unix milliseconds in UTC (..._at). A stamp is an event's place in the order of events: time, type, source, id as one
-- sortable text. ehr = '' in connection and daily_count holds the events that named no EHR.
-- event and event_identity carry no foreign keys: they are the hot path, and organisations are never deleted.

CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NULL,
  name_folded TEXT NOT NULL,             -- of the name, or of the id while there is no name
  search_folded TEXT NOT NULL,           -- folded name and id, for searching any part of either
  told_ehr TEXT NULL,                    -- organisation.updated, import
  implied_ehr TEXT NULL,                 -- of the newest integration event
  own_ehr TEXT NULL,                     -- told, else implied
  nookal_region TEXT NULL,
  nookal_site TEXT NULL,
  cliniko_shard TEXT NULL,
  time_zone TEXT NULL,
  wave TEXT NULL,
  migrated_at INTEGER NULL,
  stamps TEXT NOT NULL,                  -- JSON: which event set which of the other fields above
  health TEXT NOT NULL,
  health_rank INTEGER NOT NULL,          -- HealthUrgency: 0 wants somebody first
  health_reason TEXT NOT NULL,
  health_since_at INTEGER NULL,
  last_error_kind TEXT NULL,
  last_error_message TEXT NULL,          -- shortened; whole in connection.last_failure
  last_error_at INTEGER NULL,
  last_error_group_id TEXT NULL,
  keys_since_migration INTEGER NOT NULL, -- all of them while there is no migration
  keys_failed_since_migration INTEGER NOT NULL,
  keys_distinct_since_migration INTEGER NOT NULL,
  newest_key_outcome TEXT NULL,          -- worked, failed, not-tried; null while no key was saved
  first_event_at INTEGER NULL
) STRICT;
-- One for each order of the list. What lists are filtered by stands behind, so that rows that do not match are never fetched.
CREATE INDEX ix_organisation_name ON organisation (name_folded, id, search_folded, own_ehr, health_rank, nookal_region, cliniko_shard, migrated_at);
CREATE INDEX ix_organisation_health ON organisation (health_rank, name_folded, id, search_folded, own_ehr, nookal_region, cliniko_shard, migrated_at);
CREATE INDEX ix_organisation_since ON organisation (health_since_at, id, search_folded, own_ehr, health_rank, nookal_region, cliniko_shard, migrated_at);
CREATE INDEX ix_organisation_migrated ON organisation (migrated_at, id, search_folded, own_ehr, health_rank, nookal_region, cliniko_shard);

CREATE TABLE connection (
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  ehr TEXT NOT NULL,
  heard_stamp TEXT NULL,            -- newest event that named this EHR
  enabled INTEGER NULL,                  -- newest switch; null when never switched
  switched_at INTEGER NULL,
  switch_stamp TEXT NULL,
  last_success_at INTEGER NULL,
  last_success_stamp TEXT NULL,
  last_failure_at INTEGER NULL,
  last_failure_stamp TEXT NULL,
  last_failure_kind TEXT NULL,
  last_failure TEXT NULL,                -- JSON of LastError
  last_key_at INTEGER NULL,
  last_key_stamp TEXT NULL,
  run_started_at INTEGER NULL,           -- first outcome of the newest outcome's sort since the last opposite outcome, key or migration
  run_start_stamp TEXT NULL,
  recent_searches TEXT NULL,             -- the newest three, newest first (SearchMarks)
  searches_since_migration INTEGER NOT NULL,
  searches_empty_since_migration INTEGER NOT NULL,
  last_copied_at INTEGER NULL,
  PRIMARY KEY (organisation_id, ehr)
) STRICT;

CREATE TABLE key_entry (
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  ehr TEXT NOT NULL,
  stamp TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  key_length INTEGER NULL,
  key_suffix TEXT NULL,                  -- '' when the key has none, null when not told
  key_type TEXT NULL,
  nookal_region TEXT NULL,
  actor_role TEXT NULL,
  outcome TEXT NULL,                     -- worked, failed; null when not tried
  outcome_at INTEGER NULL,
  outcome_stamp TEXT NULL,
  outcome_kind TEXT NULL,                -- kind of the failure
  first_success_at INTEGER NULL,
  last_success_at INTEGER NULL,
  last_key_failure_at INTEGER NULL,
  last_deciding_failure_at INTEGER NULL,
  PRIMARY KEY (organisation_id, ehr, stamp)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_identity (
  source TEXT NOT NULL,
  event_id TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (source, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  type_order INTEGER NOT NULL,
  type TEXT NOT NULL,
  source TEXT NOT NULL,
  event_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  ehr TEXT NULL,
  outcome TEXT NULL,                     -- success, failure; null for what is no attempt and for searches that found nobody
  error_kind TEXT NULL,
  error_group_id TEXT NULL,
  correlation_id TEXT NULL,
  result_count INTEGER NULL,             -- of a search
  detail TEXT NOT NULL                   -- JSON of EventDetail: everything else the event said
) STRICT;
CREATE INDEX ix_event_organisation ON event (organisation_id, at, type_order, seq);
CREATE INDEX ix_event_correlation ON event (correlation_id) WHERE correlation_id IS NOT NULL;
CREATE INDEX ix_event_group ON event (error_group_id, at) WHERE error_group_id IS NOT NULL;

CREATE TABLE error_group (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,                   -- the normalised message
  kind TEXT NOT NULL,
  ehr TEXT NULL,
  operation TEXT NOT NULL,
  events INTEGER NOT NULL,
  organisations INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  assignee TEXT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_error_group_last_seen ON error_group (last_seen_at, id);

CREATE TABLE error_group_organisation (
  error_group_id TEXT NOT NULL REFERENCES error_group (id),
  organisation_id TEXT NOT NULL,
  events INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  PRIMARY KEY (error_group_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_error_group_organisation_organisation ON error_group_organisation (organisation_id, last_seen_at);

CREATE TABLE daily_count (
  organisation_id TEXT NOT NULL,
  ehr TEXT NOT NULL,
  day_at INTEGER NOT NULL,               -- start of the day, UTC
  successes INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  key_failures INTEGER NOT NULL,
  searches INTEGER NOT NULL,
  searches_empty INTEGER NOT NULL,
  keys_saved INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  PRIMARY KEY (day_at, organisation_id, ehr)
) STRICT, WITHOUT ROWID;

-- Who folded last. Appending takes this row first: on a server with several nodes that makes them take turns.
CREATE TABLE event_writer (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  owner TEXT NOT NULL
) STRICT;
INSERT INTO event_writer (id, owner) VALUES (1, '');
