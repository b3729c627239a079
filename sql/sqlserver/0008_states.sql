-- State by operation: what failed and was not mended, the place of an organisation, and keys judged only by what judges a key. The columns are
-- filled by the program right after the scripts (Refolding): organisation.folding says how far it is.

ALTER TABLE connection ADD search_success_at bigint NULL; -- newest success of each operation
ALTER TABLE connection ADD push_success_at bigint NULL;
ALTER TABLE connection ADD verify_success_at bigint NULL;
ALTER TABLE connection ADD deciding_failure_at bigint NULL; -- newest failure that nothing mended and that is not transient
ALTER TABLE connection ADD operations nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL; -- a line each (OperationColumns)
ALTER TABLE connection ADD unmended nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL; -- JSON: failures that nothing mended, by operation and kind; null while nothing fails
ALTER TABLE connection ADD key_region nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL; -- of the newest key
ALTER TABLE connection ADD key_suffix nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE key_entry ADD undecided_at bigint NULL; -- first failure that says nothing of a key
ALTER TABLE key_entry ADD undecided_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE key_entry ADD undecided_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE organisation ADD place nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL; -- Nookal region or Cliniko shard (Place)
ALTER TABLE organisation ADD place_source nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE organisation ADD place_contradiction nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL; -- what another source says instead
ALTER TABLE organisation ADD place_contradiction_source nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE organisation ADD key_suffix_missing int NULL; -- 1 when the newest Cliniko key has none although the shard is not au1
ALTER TABLE organisation ADD folding int NOT NULL CONSTRAINT df_organisation_folding DEFAULT 0; -- FoldingEdition with which it was folded
GO

-- connection.run_started_at and run_start_stamp stay for a program of the edition before; this one writes them no more.

-- Lists are filtered and counted by the place.
DROP INDEX ix_organisation_name ON organisation;
DROP INDEX ix_organisation_health ON organisation;
DROP INDEX ix_organisation_since ON organisation;
DROP INDEX ix_organisation_migrated ON organisation;
DROP INDEX ix_organisation_facets ON organisation;
CREATE INDEX ix_organisation_name ON organisation (name_folded, id) INCLUDE (search_folded, own_ehr, health_rank, place, migrated_at);
CREATE INDEX ix_organisation_health ON organisation (health_rank, name_folded, id) INCLUDE (search_folded, own_ehr, place, migrated_at);
CREATE INDEX ix_organisation_since ON organisation (health_since_at, id) INCLUDE (search_folded, own_ehr, health_rank, place, migrated_at);
CREATE INDEX ix_organisation_migrated ON organisation (migrated_at, id)
  INCLUDE (search_folded, own_ehr, health_rank, place, wave, reconnected_at, health_since_at);
CREATE INDEX ix_organisation_facets ON organisation (health, own_ehr, place, migrated_at) INCLUDE (search_folded);

-- Rows as they are sent (RowWrite). Those of the edition before stay for a program that still runs.

CREATE TYPE connection_event_row AS TABLE (
  heard_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_success_at bigint NULL,
  last_success_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  search_success_at bigint NULL,
  push_success_at bigint NULL,
  verify_success_at bigint NULL,
  recent_searches nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  searches bigint NULL,
  searches_empty bigint NULL,
  last_copied_at bigint NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE connection_change_row AS TABLE (
  enabled bigint NULL,
  switched_at bigint NULL,
  switch_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure_at bigint NULL,
  last_failure_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  last_failure nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  last_key_at bigint NULL,
  last_key_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  key_region nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  key_suffix nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE connection_operations_row AS TABLE (
  operations nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  unmended nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
  deciding_failure_at bigint NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ehr nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE key_entry_judged_row AS TABLE (
  outcome nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  outcome_at bigint NULL,
  outcome_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  outcome_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  first_success_at bigint NULL,
  last_success_at bigint NULL,
  last_key_failure_at bigint NULL,
  last_deciding_failure_at bigint NULL,
  undecided_at bigint NULL,
  undecided_stamp nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
  undecided_kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
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

CREATE TYPE organisation_new_row AS TABLE (
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  folded nvarchar(600) COLLATE Latin1_General_100_BIN2 NULL,
  health nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  health_rank bigint NULL,
  folding bigint NULL
);

CREATE TYPE organisation_place_row AS TABLE (
  place nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  place_source nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  place_contradiction nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  place_contradiction_source nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
  key_suffix_missing bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);
