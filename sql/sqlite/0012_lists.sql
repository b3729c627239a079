-- The list opens with what wants somebody first, and of one state with what has waited longest: its index follows that order.
DROP INDEX ix_organisation_health;
CREATE INDEX ix_organisation_urgency ON organisation (health_rank, health_since_at, name_folded, id, search_folded, own_ehr, place, migrated_at);
