-- Any part of a name or id, one and two letters too: every run of one, two and three characters of the folded text is a
-- word of a full-text index. The words are made by the program (OrganisationGrams), so that both engines find the same.

-- Numbers that VACUUM cannot change, unlike a rowid.
CREATE TABLE organisation_search_number (
  number INTEGER NOT NULL,
  organisation_id TEXT NOT NULL,
  CONSTRAINT pk_organisation_search_number PRIMARY KEY (number),
  CONSTRAINT fk_organisation_search_number_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) STRICT;
CREATE UNIQUE INDEX ux_organisation_search_number ON organisation_search_number (organisation_id);

CREATE VIRTUAL TABLE organisation_search USING fts5(grams, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none);

-- Counts for the filters' chips read this and not the rows.
CREATE INDEX ix_organisation_facets ON organisation (health, own_ehr, nookal_region, cliniko_shard, migrated_at, search_folded);
