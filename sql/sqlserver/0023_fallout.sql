-- How each organisation came through the migration, kept while events are folded, so that lists, filters and numbers read indexes only. The columns are
-- filled by the program right after the scripts (Refolding): organisation.folding says how far it is. Outages are not stored: they are found from the
-- incidents that last while reading, by failing_began_at and transient_began_at.

ALTER TABLE organisation ADD migration_state int NOT NULL CONSTRAINT df_organisation_migration_state DEFAULT 0; -- MigrationState, without outages
ALTER TABLE organisation ADD failing_began_at bigint NULL; -- of the operations that fail, the one that began last
ALTER TABLE organisation ADD transient_began_at bigint NULL; -- the same of those that fail in passing trouble alone
ALTER TABLE organisation ADD blocked_at bigint NULL; -- since when it does not work: the migration while nothing worked after it; null while it works
ALTER TABLE organisation ADD copied_day_at bigint NULL; -- day of the newest note copied out over the own EHR, UTC
ALTER TABLE organisation ADD pushed_day_at bigint NULL; -- day of the newest note pushed
ALTER TABLE organisation ADD need bigint NOT NULL CONSTRAINT df_organisation_need DEFAULT 0; -- as of the day in need_window; 0 where no need counts
ALTER TABLE organisation ADD reason nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL; -- id of the playbook's rule that the events alone lead to
GO

-- The day for which need was counted last.
CREATE TABLE need_window (
  id int NOT NULL,
  day_at bigint NOT NULL,
  CONSTRAINT pk_need_window PRIMARY KEY (id),
  CONSTRAINT ck_need_window_one CHECK (id = 1)
);
INSERT INTO need_window (id, day_at) VALUES (1, 0);
GO

-- What one organisation did, by day.
CREATE INDEX ix_daily_count_organisation ON daily_count (organisation_id, day_at, ehr);

-- The orders of the list again, with what it is filtered by behind them; what stands in need, and who is blocked the longest.
DROP INDEX ix_organisation_name ON organisation;
DROP INDEX ix_organisation_urgency ON organisation;
DROP INDEX ix_organisation_since ON organisation;
DROP INDEX ix_organisation_migrated ON organisation;
CREATE INDEX ix_organisation_name ON organisation (name_folded, id)
  INCLUDE (search_folded, own_ehr, health_rank, place, migrated_at, migration_state, failing_began_at, wave, reason);
CREATE INDEX ix_organisation_urgency ON organisation (health_rank, health_since_at, name_folded, id)
  INCLUDE (search_folded, own_ehr, place, migrated_at, migration_state, failing_began_at, wave, reason);
CREATE INDEX ix_organisation_since ON organisation (health_since_at, id)
  INCLUDE (search_folded, own_ehr, health_rank, place, migrated_at, migration_state, failing_began_at, wave, reason);
CREATE INDEX ix_organisation_migrated ON organisation (migrated_at, id)
  INCLUDE (search_folded, own_ehr, health_rank, place, wave, reconnected_at, health_since_at, migration_state, failing_began_at, transient_began_at, reason, copied_day_at, pushed_day_at);
CREATE INDEX ix_organisation_need ON organisation (need DESC, blocked_at, id)
  INCLUDE (migration_state, own_ehr, place, wave, failing_began_at, transient_began_at, reason, migrated_at)
  WHERE need > 0;
CREATE INDEX ix_organisation_blocked ON organisation (blocked_at, id)
  INCLUDE (migration_state, need, own_ehr, place, wave, failing_began_at, transient_began_at, reason, migrated_at);
GO

-- Rows as they are sent (RowWrite).
CREATE TYPE organisation_fallout_row AS TABLE (
  migration_state bigint NULL,
  failing_began_at bigint NULL,
  transient_began_at bigint NULL,
  blocked_at bigint NULL,
  copied_day_at bigint NULL,
  pushed_day_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TYPE organisation_need_row AS TABLE (
  from_at bigint NULL,
  id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL
);
