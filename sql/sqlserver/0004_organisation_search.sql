-- Any part of a name or id, one and two letters too: every run of one, two and three characters of the folded text is a
-- row. The runs are made by the program (OrganisationGrams), so that both engines find the same.

CREATE TABLE organisation_search (
  gram nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
  organisation_id nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_organisation_search PRIMARY KEY (gram, organisation_id) WITH (DATA_COMPRESSION = PAGE),
  CONSTRAINT fk_organisation_search_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);
CREATE INDEX ix_organisation_search_organisation ON organisation_search (organisation_id) WITH (DATA_COMPRESSION = PAGE);

-- Counts for the filters' chips read this and not the rows.
CREATE INDEX ix_organisation_facets ON organisation (health, own_ehr, nookal_region, cliniko_shard, migrated_at) INCLUDE (search_folded);
