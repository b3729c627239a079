-- State by operation: what failed and was not mended, the place of an organisation, and keys judged only by what judges a key. The columns are
-- filled by the program right after the scripts (Refolding): organisation.folding says how far it is.

ALTER TABLE connection ADD COLUMN search_success_at INTEGER NULL;   -- newest success of each operation
ALTER TABLE connection ADD COLUMN push_success_at INTEGER NULL;
ALTER TABLE connection ADD COLUMN verify_success_at INTEGER NULL;
ALTER TABLE connection ADD COLUMN deciding_failure_at INTEGER NULL; -- newest failure that nothing mended and that is not transient
ALTER TABLE connection ADD COLUMN operations TEXT NULL;             -- a line each (OperationColumns)
ALTER TABLE connection ADD COLUMN unmended TEXT NULL;               -- JSON: failures that nothing mended, by operation and kind; null while nothing fails
ALTER TABLE connection ADD COLUMN key_region TEXT NULL;             -- of the newest key
ALTER TABLE connection ADD COLUMN key_suffix TEXT NULL;

ALTER TABLE key_entry ADD COLUMN undecided_at INTEGER NULL;         -- first failure that says nothing of a key
ALTER TABLE key_entry ADD COLUMN undecided_stamp TEXT NULL;
ALTER TABLE key_entry ADD COLUMN undecided_kind TEXT NULL;

ALTER TABLE organisation ADD COLUMN place TEXT NULL;                -- Nookal region or Cliniko shard (Place)
ALTER TABLE organisation ADD COLUMN place_source TEXT NULL;
ALTER TABLE organisation ADD COLUMN place_contradiction TEXT NULL;  -- what another source says instead
ALTER TABLE organisation ADD COLUMN place_contradiction_source TEXT NULL;
ALTER TABLE organisation ADD COLUMN key_suffix_missing INTEGER NULL;    -- 1 when the newest Cliniko key has none although the shard is not au1
ALTER TABLE organisation ADD COLUMN folding INTEGER NOT NULL DEFAULT 0; -- FoldingEdition with which it was folded

-- connection.run_started_at and run_start_stamp stay for a program of the edition before; this one writes them no more.

-- Lists are filtered and counted by the place.
DROP INDEX ix_organisation_name;
DROP INDEX ix_organisation_health;
DROP INDEX ix_organisation_since;
DROP INDEX ix_organisation_migrated;
DROP INDEX ix_organisation_facets;
CREATE INDEX ix_organisation_name ON organisation (name_folded, id, search_folded, own_ehr, health_rank, place, migrated_at);
CREATE INDEX ix_organisation_health ON organisation (health_rank, name_folded, id, search_folded, own_ehr, place, migrated_at);
CREATE INDEX ix_organisation_since ON organisation (health_since_at, id, search_folded, own_ehr, health_rank, place, migrated_at);
CREATE INDEX ix_organisation_migrated ON organisation (migrated_at, id, search_folded, own_ehr, health_rank, place, wave, reconnected_at, health_since_at);
CREATE INDEX ix_organisation_facets ON organisation (health, own_ehr, place, migrated_at, search_folded);
