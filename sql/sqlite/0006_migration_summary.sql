-- When an organisation was back: the first success after its migration. Kept by each connection while events are folded, and for the
-- own EHR in the organisation's row, so that the summary of the migration reads one index and never the raw events.

ALTER TABLE connection ADD COLUMN reconnected_at INTEGER NULL;
ALTER TABLE organisation ADD COLUMN reconnected_at INTEGER NULL;

-- What was folded before, once. A migration stands before every success of its own millisecond.
UPDATE connection SET reconnected_at = (
  SELECT MIN(e.at) FROM event e JOIN organisation o ON o.id = e.organisation_id
  WHERE e.organisation_id = connection.organisation_id AND (e.ehr = connection.ehr OR e.ehr IS NULL) AND e.outcome = 'success' AND e.at >= o.migrated_at);
UPDATE organisation SET reconnected_at = (
  SELECT c.reconnected_at FROM connection c WHERE c.organisation_id = organisation.id AND c.ehr = organisation.own_ehr);

-- The same order as before, with what the summary asks for behind it.
DROP INDEX ix_organisation_migrated;
CREATE INDEX ix_organisation_migrated ON organisation (
  migrated_at, id, search_folded, own_ehr, health_rank, nookal_region, cliniko_shard, wave, reconnected_at, health_since_at);
