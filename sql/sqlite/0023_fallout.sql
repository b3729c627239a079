-- How each organisation came through the migration, kept while events are folded, so that lists, filters and numbers read indexes only. The columns are
-- filled by the program right after the scripts (Refolding): organisation.folding says how far it is. Outages are not stored: they are found from the
-- incidents that last while reading, by failing_began_at and transient_began_at.

ALTER TABLE organisation ADD COLUMN migration_state INTEGER NOT NULL DEFAULT 0; -- MigrationState, without outages
ALTER TABLE organisation ADD COLUMN failing_began_at INTEGER NULL;   -- of the operations that fail, the one that began last
ALTER TABLE organisation ADD COLUMN transient_began_at INTEGER NULL; -- the same of those that fail in passing trouble alone
ALTER TABLE organisation ADD COLUMN blocked_at INTEGER NULL;         -- since when it does not work: the migration while nothing worked after it; null while it works
ALTER TABLE organisation ADD COLUMN copied_day_at INTEGER NULL;      -- day of the newest note copied out over the own EHR, UTC
ALTER TABLE organisation ADD COLUMN pushed_day_at INTEGER NULL;      -- day of the newest note pushed
ALTER TABLE organisation ADD COLUMN need INTEGER NOT NULL DEFAULT 0; -- as of the day in need_window; 0 where no need counts
ALTER TABLE organisation ADD COLUMN reason TEXT NULL;                -- id of the playbook's rule that the events alone lead to

-- The day for which need was counted last.
CREATE TABLE need_window (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  day_at INTEGER NOT NULL
) STRICT;
INSERT INTO need_window (id, day_at) VALUES (1, 0);

-- What one organisation did, by day.
CREATE INDEX ix_daily_count_organisation ON daily_count (organisation_id, day_at, ehr);

-- The orders of the list again, with what it is filtered by behind them; what stands in need, and who is blocked the longest.
DROP INDEX ix_organisation_name;
DROP INDEX ix_organisation_urgency;
DROP INDEX ix_organisation_since;
DROP INDEX ix_organisation_migrated;
CREATE INDEX ix_organisation_name ON organisation (name_folded, id, search_folded, own_ehr, health_rank, place, migrated_at, migration_state, failing_began_at, wave, reason);
CREATE INDEX ix_organisation_urgency ON organisation (health_rank, health_since_at, name_folded, id, search_folded, own_ehr, place, migrated_at, migration_state, failing_began_at, wave, reason);
CREATE INDEX ix_organisation_since ON organisation (health_since_at, id, search_folded, own_ehr, health_rank, place, migrated_at, migration_state, failing_began_at, wave, reason);
CREATE INDEX ix_organisation_migrated ON organisation (
  migrated_at, id, search_folded, own_ehr, health_rank, place, wave, reconnected_at, health_since_at, migration_state, failing_began_at, transient_began_at, reason, copied_day_at, pushed_day_at);
CREATE INDEX ix_organisation_need ON organisation (need DESC, blocked_at, id, migration_state, own_ehr, place, wave, failing_began_at, transient_began_at, reason, migrated_at) WHERE need > 0;
CREATE INDEX ix_organisation_blocked ON organisation (blocked_at, id, migration_state, need, own_ehr, place, wave, failing_began_at, transient_began_at, reason, migrated_at);
